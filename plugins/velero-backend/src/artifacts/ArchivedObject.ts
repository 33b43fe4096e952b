import { JsonObject } from '../clusters/http/json';

/** An object in an archive. */
export interface ArchivedObject {
  /** As `ingresses.networking.k8s.io`. */
  resource: string;
  namespace: string;
  name: string;
  /** Absent when it cannot be read. */
  content?: JsonObject;
}
