import { text } from 'node:stream/consumers';
import { Delay } from './Delay';

describe('Delay', () => {
  it('keeps the order when the delay shrinks', async () => {
    let millis = 100;
    const delay = new Delay(() => millis);
    delay.write('first ');
    millis = 0;
    delay.write('second ');
    delay.end('third');
    expect(await text(delay)).toBe('first second third');
  });

  it('drops what it holds when it is destroyed', async () => {
    const delay = new Delay(() => 600_000);
    delay.write('held');
    delay.destroy();
    await expect(text(delay)).rejects.toThrow('Premature close');
  });
});
