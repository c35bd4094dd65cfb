// Appended to the engine's own script, which is fetched once and started from a blob.
// The first message is {module, script, role}: the compiled engine, this script's URL for further
// workers, and what this one is to be. The program finds it in `boot`.
self.onmessage = (event) => {
  self.onmessage = null;
  self.boot = event.data;
  wasm_bindgen.initSync({ module: event.data.module });
};
