globalThis.canary = true;
