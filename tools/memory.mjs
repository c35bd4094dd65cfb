// How much memory the engine has: WebAssembly's, which grows and never shrinks.

// Gives a function that says, in octets, how much all workers of the page have together. To be called before the page
// is loaded.
export async function watchMemory(page) {
  const devtools = await page.context().newCDPSession(page);
  const workers = new Set();
  const asked = new Map();
  let count = 0;
  devtools.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker') workers.add(sessionId);
  });
  devtools.on('Target.detachedFromTarget', ({ sessionId }) => workers.delete(sessionId));
  devtools.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message);
    asked.get(id)?.(result);
    asked.delete(id);
  });
  await devtools.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  const ask = (sessionId, method, params) =>
    new Promise((resolve) => {
      count += 1;
      asked.set(count, resolve);
      const message = JSON.stringify({ id: count, method, params });
      devtools.send('Target.sendMessageToTarget', { sessionId, message });
    });
  const memoryOf = async (worker) => {
    const { result } = await ask(worker, 'Runtime.evaluate', { expression: 'WebAssembly.Memory.prototype' });
    const { objects } = await ask(worker, 'Runtime.queryObjects', { prototypeObjectId: result.objectId });
    const sum = await ask(worker, 'Runtime.callFunctionOn', {
      objectId: objects.objectId,
      functionDeclaration: 'function () { return this.reduce((sum, it) => sum + it.buffer.byteLength, 0); }',
      returnByValue: true,
    });
    return sum.result.value;
  };
  return async () => {
    let sum = 0;
    for (const worker of workers) sum += await memoryOf(worker);
    return sum;
  };
}
