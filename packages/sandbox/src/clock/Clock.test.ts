import { eventually } from '../testing/eventually';
import { Clock } from './Clock';

describe('Clock', () => {
  it('lets as many seconds pass in one as its speed says', () => {
    let millis = Date.parse('2026-11-23T10:00:00Z');
    const clock = new Clock({ now: () => new Date(millis), speed: 20 });
    expect(clock.timestamp()).toBe('2026-11-23T10:00:00Z');
    millis += 30_000;
    expect(clock.timestamp()).toBe('2026-11-23T10:10:00Z');
    expect(clock.fork().timestamp()).toBe('2026-11-23T10:10:00Z');
  });

  it('fires its timers by its own time', async () => {
    const clock = new Clock({ speed: 6_000 });
    const fired: string[] = [];
    clock.after(60_000, () => fired.push('after'));
    clock.fork().every(60_000, () => fired.push('every'));
    await eventually(() =>
      expect(fired).toEqual(expect.arrayContaining(['after', 'every'])),
    );
    clock.stop();
  });

  it('fires nothing once it was stopped', async () => {
    const clock = new Clock();
    const fired: string[] = [];
    clock.after(1, () => fired.push('stopped'));
    clock.stop();
    const other = new Clock();
    other.after(2, () => fired.push('other'));
    await eventually(() => expect(fired).toEqual(['other']));
  });
});
