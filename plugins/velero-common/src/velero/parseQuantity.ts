const SUFFIXES: Record<string, number> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

const QUANTITY =
  /^([+-]?(?:\d+\.?\d*|\.\d+))(?:([eE][+-]?\d+)|([numkMGTPE]|[KMGTPE]i)?)$/;

/**
 * Reads a quantity as Kubernetes writes it, such as `10Gi`, `500m` or `1e3`.
 *
 * @returns nothing for what is none
 */
export function parseQuantity(text: string): number | undefined {
  const [, number, exponent = '', suffix = ''] = QUANTITY.exec(text) ?? [];
  return number === undefined
    ? undefined
    : Number(`${number}${exponent}`) * SUFFIXES[suffix];
}
