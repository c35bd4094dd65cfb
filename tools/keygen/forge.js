// node-forge in a worker of its own, in JavaScript alone.
self.window = self; // its bundle wants a page
importScripts('/node-forge/forge.min.js');
forge.options.usePureJavaScript = true;
// Should it reach for the browser's own keys all the same, it must fail rather than look quick.
Object.defineProperty(crypto, 'subtle', {
  get() {
    throw new Error('node-forge reached for WebCrypto');
  },
});

onmessage = ({ data: bits }) => {
  const { publicKey } = forge.pki.rsa.generateKeyPair({ bits, e: 0x10001 });
  postMessage(publicKey.n.bitLength());
};
