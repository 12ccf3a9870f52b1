// What of WebAssembly is used here. Its full types come only with those of a browser, which the server must not see.
declare namespace WebAssembly {
  /** Compiled machine code; can be handed to other threads, which then share it. */
  class Module {
    private readonly machineCode: never
  }
  function compile(bytes: Uint8Array): Promise<Module>
}
