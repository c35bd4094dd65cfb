// The engine does one thing after the other. What is asked while it is busy is answered late, and an answer
// to what stands there no more is not shown.
import { expect, test, type Locator } from '@playwright/test';
import { withFolder } from './judges/run';
import { AcmePage, PATIENCE, TOKEN } from './support/acme';
import { KeysPage } from './support/keys_page';

/** Keeps the engine busy for a while; what it gives waits until that is over. */
async function keepBusy(form: Locator): Promise<() => Promise<unknown>> {
  await form.getByLabel('Password for the file', { exact: true }).fill('open sesame');
  await form.getByText('More choices', { exact: true }).click();
  await form.getByLabel('Rounds', { exact: true }).fill('6000000');
  const saved = form.page().waitForEvent('download', PATIENCE);
  await form.getByRole('button', { name: 'Save private key', exact: true }).click();
  await expect(form, 'it says that it is at work').toContainText('Saving:');
  return () => saved;
}


test('a key is saved once, under the name that is said, whatever is chosen meanwhile', async ({ page }) => {
  test.slow();
  await withFolder(async (folder) => {
    const keys = new KeysPage(page, folder);
    await keys.open();
    const card = await keys.make('P-256');
    await keys.showAll(card);
    const names: string[] = [];
    page.on('download', (download) => names.push(download.suggestedFilename()));
    const saved = await keepBusy(card);
    await card.getByRole('button', { name: 'Save private key', exact: true }).click();
    await card.getByLabel('Form of the private key', { exact: true }).selectOption('PKCS #8, DER');
    // The text of one form must not stand under another.
    const form = card.getByLabel('Form of the public key', { exact: true });
    await form.selectOption('OpenSSH');
    await form.selectOption('SPKI, DER');
    await saved();
    await expect(card).toContainText('Saved as key.pem');
    await card.getByRole('button', { name: 'Check the key', exact: true }).click();
    await expect(card).toContainText('The key is sound');
    await expect(card.locator('pre[aria-label="Public key"]')).toHaveCount(0);
    expect(names).toEqual(['key.pem']);
    await expect(card.getByLabel('Form of the private key', { exact: true }).locator('option:checked')).toHaveText('PKCS #8, DER');
  });
});

test('the answer to a token is not shown for another', async ({ page }) => {
  test.slow();
  const acme = new AcmePage(page);
  await acme.open();
  await acme.create('P-256');
  await page.getByText('Save this key').click();
  const saved = await keepBusy(acme.account());
  await acme.field('Token').fill(TOKEN);
  await acme.field('Domain').fill('www.example.org');
  const answer = page.getByRole('button', { name: 'Show what to publish' });
  await answer.click();
  const other = `x${TOKEN.slice(1)}`;
  await acme.field('Token').fill(other);
  await saved();
  const published = page.getByRole('heading', { name: 'Publish one of these' });
  await page.getByRole('button', { name: 'Sign the message' }).click();
  await expect(page.getByRole('heading', { name: 'Signed message' })).toBeFocused();
  await expect(published).toHaveCount(0);
  await answer.click();
  await expect(published).toBeFocused();
  expect((await acme.value('Content (key authorization)')).split('.')[0]).toBe(other);
});

test('a wrong password is not said of the one that is typed next', async ({ page }) => {
  test.slow();
  await withFolder(async (folder) => {
    const keys = new KeysPage(page, folder);
    await keys.open();
    const card = await keys.make('P-256');
    await keys.showAll(card);
    const locked = await keys.savePrivate(card, 'PKCS #8, PEM', 'secret');
    await page.setInputFiles('#open-files', locked);
    const other = keys.cards().filter({ has: page.getByRole('heading', { name: /^Locked with a password/ }) });
    const field = other.getByLabel('Password', { exact: true });
    await expect(field).toBeVisible();
    const saved = await keepBusy(card);
    await field.fill('wrong');
    await field.press('Enter');
    await field.fill('sec');
    await saved();
    await card.getByRole('button', { name: 'Check the key', exact: true }).click();
    await expect(card).toContainText('The key is sound');
    await expect(field).toHaveAttribute('aria-invalid', 'false');
    await field.fill('secret');
    await field.press('Enter');
    await expect(other).toHaveCount(0);
  });
});

test('random bytes are as many as the field says', async ({ page }) => {
  test.slow();
  await withFolder(async (folder) => {
    const keys = new KeysPage(page, folder);
    await keys.open();
    const card = await keys.make('P-256');
    await keys.showAll(card);
    const saved = await keepBusy(card);
    await page.goto('./#/random');
    await page.getByRole('button', { name: 'Make bytes' }).click();
    await page.getByLabel('How many bytes').fill('8');
    await page.getByRole('button', { name: 'Make a passphrase' }).click();
    await saved();
    await expect(page.getByLabel('Passphrase', { exact: true })).toBeVisible();
    await expect(page.getByLabel('Random bytes', { exact: true })).toHaveCount(0);
  });
});
