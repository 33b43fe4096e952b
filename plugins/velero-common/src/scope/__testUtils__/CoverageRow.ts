import { Extent } from '../Coverage';

/** How much of the namespace `payments` a spec takes, and why it is not all; nothing is said when it is. */
export type CoverageRow = [
  spec: unknown,
  objects: Extent,
  volumes: Extent,
  sentence?: string,
];
