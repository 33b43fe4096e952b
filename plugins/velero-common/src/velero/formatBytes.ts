const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];

/** As `0 B`, `512 MiB` or `1.5 GiB`. @public */
export function formatBytes(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10);
  const unit = Math.min(power, UNITS.length - 1);
  const size = bytes / 1024 ** unit;
  return `${size < 10 ? Number(size.toFixed(1)) : Math.round(size)} ${
    UNITS[unit]
  }`;
}
