/** The version of Velero that is imitated. */
export const VELERO_VERSION = 'v1.18.3';
