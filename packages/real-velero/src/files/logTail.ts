import { open } from 'node:fs/promises';

const READ_BYTES = 64 * 1024;
const LINE_LENGTH = 400;

/** The last lines of a log, long ones shortened; nothing where there is no log yet. */
export async function logTail(file: string, lines = 15): Promise<string> {
  const end = await readEnd(file);
  return end
    .split('\n')
    .filter(line => line.trim())
    .slice(-lines)
    .map(line => line.slice(0, LINE_LENGTH))
    .join('\n');
}

async function readEnd(file: string): Promise<string> {
  const handle = await open(file).catch(() => undefined);
  if (!handle) {
    return '';
  }
  try {
    const { size } = await handle.stat();
    const position = Math.max(0, size - READ_BYTES);
    const buffer = Buffer.alloc(size - position);
    await handle.read({ buffer, position });
    return buffer.toString('utf8');
  } finally {
    await handle.close();
  }
}
