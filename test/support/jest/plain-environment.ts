/** What jest needs of a test's surroundings, where these are the process itself; it leaves the process as it was. */
class PlainEnvironment {
  readonly global = globalThis;
  /** jest asks for one; nothing is mocked. */
  readonly moduleMocker = { restoreAllMocks: () => undefined };
  readonly fakeTimers = null;
  readonly fakeTimersModern = null;
  private readonly console = globalThis.console;
  private readonly exit = process.exit;

  async setup(): Promise<void> {
    // Nothing is set up.
  }

  /** Jest has put its own in the place of both. */
  async teardown(): Promise<void> {
    globalThis.console = this.console;
    process.exit = this.exit;
  }

  getVmContext(): null {
    return null;
  }

  exportConditions(): string[] {
    return ['node', 'node-addons'];
  }
}

export = PlainEnvironment;
