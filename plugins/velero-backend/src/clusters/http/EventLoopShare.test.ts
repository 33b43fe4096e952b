import { EventLoopShare } from './EventLoopShare';

describe('EventLoopShare', () => {
  /** Tells whether other work ran during a pause. */
  async function letsOthersRun(milliseconds: number): Promise<boolean> {
    let hasRun = false;
    setImmediate(() => {
      hasRun = true;
    });
    await new EventLoopShare(milliseconds).pause();
    return hasRun;
  }

  it('lets others run when the share is used up, and only then', async () => {
    await expect(letsOthersRun(0)).resolves.toBe(true);
    await expect(letsOthersRun(60_000)).resolves.toBe(false);
  });
});
