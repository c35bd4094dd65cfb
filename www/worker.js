// Appended to every worker's script, which is fetched once and started from a blob. The first message
// is {module, script, role, searcher}: the compiled program, this script's URL for further workers,
// what this one is to be, and the same of the searchers' program. The program finds it in `boot`.
self.onmessage = (event) => {
  self.onmessage = null;
  self.boot = event.data;
  wasm_bindgen.initSync({ module: event.data.module });
};
