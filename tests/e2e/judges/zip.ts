import { run } from './run';

export interface Entry {
  name: string;
  /** Unix permissions, 0o600 for one */
  mode: number;
  /** local time, as the archive has it: 2026-01-31T12:00:00 */
  time: string;
  size: number;
}

/** Unpacks an archive as a person would; `unzip` also checks each file's checksum. */
export async function unpack(archive: string, folder: string): Promise<void> {
  await run('unzip', ['-q', '-d', folder, archive]);
}

const LIST = `
import json, sys, zipfile
archive = zipfile.ZipFile(sys.argv[1])
assert archive.testzip() is None
print(json.dumps([{
    'name': entry.filename,
    'mode': entry.external_attr >> 16 & 0o7777,
    'time': '%04d-%02d-%02dT%02d:%02d:%02d' % entry.date_time,
    'size': entry.file_size,
} for entry in archive.infolist()]))
`;

export async function list(archive: string): Promise<Entry[]> {
  return JSON.parse(await run('python3', ['-c', LIST, archive]));
}
