/** A file in a tar archive. */
export interface TarEntry {
  path: string;
  content: Buffer;
}

const BLOCK = 512;
const NAME_LENGTH = 100;
const REGULAR = '0';
/** Precedes an entry whose path is too long for its own header. */
const EXTENDED = 'x';

/** Writes a tar archive in one go; what libraries offer for this works on streams. */
export function writeTar(entries: TarEntry[], modified: Date): Buffer {
  const blocks = entries.flatMap(({ path, content }) => [
    ...(Buffer.byteLength(path) > NAME_LENGTH
      ? entryBlocks({
          path: 'PaxHeaders.0/long',
          content: extendedHeader(path),
          type: EXTENDED,
          modified,
        })
      : []),
    ...entryBlocks({ path, content, type: REGULAR, modified }),
  ]);
  return Buffer.concat([...blocks, Buffer.alloc(2 * BLOCK)]);
}

/** Reads the files of a tar archive. */
export function readTar(archive: Buffer): TarEntry[] {
  const entries: TarEntry[] = [];
  let longPath: string | undefined;
  let offset = 0;
  while (offset + BLOCK <= archive.length && archive[offset] !== 0) {
    const block = archive.subarray(offset, offset + BLOCK);
    const size = parseInt(textAt(block, 124, 12), 8);
    const start = offset + BLOCK;
    const content = archive.subarray(start, start + size);
    if (textAt(block, 156, 1) === EXTENDED) {
      longPath = pathIn(content);
    } else {
      entries.push({ path: longPath ?? textAt(block, 0, 100), content });
      longPath = undefined;
    }
    offset = start + Math.ceil(size / BLOCK) * BLOCK;
  }
  return entries;
}

function entryBlocks(entry: TarEntry & { type: string; modified: Date }) {
  const padding = (BLOCK - (entry.content.length % BLOCK)) % BLOCK;
  return [header(entry), entry.content, Buffer.alloc(padding)];
}

function header(entry: TarEntry & { type: string; modified: Date }): Buffer {
  const block = Buffer.alloc(BLOCK);
  const seconds = Math.floor(entry.modified.getTime() / 1000);
  block.write(entry.path, 0, NAME_LENGTH);
  block.write('0000755\0', 100);
  block.write('0000000\0', 108);
  block.write('0000000\0', 116);
  block.write(octal(entry.content.length), 124);
  block.write(octal(seconds), 136);
  // The checksum counts its own place as spaces.
  block.write('        ', 148);
  block.write(entry.type, 156);
  block.write('ustar\x0000', 257);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

function octal(value: number): string {
  return `${value.toString(8).padStart(11, '0')}\0`;
}

/** A record begins with its own length, which counts its digits too. */
function extendedHeader(path: string): Buffer {
  const rest = Buffer.byteLength(` path=${path}\n`);
  let length = rest + String(rest).length;
  length = rest + String(length).length;
  return Buffer.from(`${length} path=${path}\n`);
}

function pathIn(record: Buffer): string {
  return /^\d+ path=(.*)\n$/s.exec(record.toString())?.[1] ?? '';
}

function textAt(block: Buffer, start: number, length: number): string {
  const text = block.toString('utf8', start, start + length);
  return text.split('\0')[0];
}
