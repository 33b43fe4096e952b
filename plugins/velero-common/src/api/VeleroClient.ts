import {
  backupPath,
  drillSchedulePath,
  entityPath,
  locationPath,
  offboardPath,
  operationPath,
  requestPath,
  restorePath,
} from './veleroPaths';
import { VeleroApi } from './VeleroApi';
import { VeleroDiscovery, VeleroFetch, VeleroRequests } from './VeleroRequests';

/** The most that the backend gives in one answer; short lists have no pages. */
const SHORT_LIST = { limit: 200 };

/**
 * Asks the backend over HTTP. What each call takes and gives is said once, in {@link VeleroApi}.
 *
 * @public
 */
export class VeleroClient implements VeleroApi {
  readonly #requests: VeleroRequests;

  constructor(options: {
    discoveryApi: VeleroDiscovery;
    fetchApi: VeleroFetch;
  }) {
    this.#requests = new VeleroRequests(options);
  }

  readonly getClusters: VeleroApi['getClusters'] = options =>
    this.#requests.get('/clusters', {}, options);

  readonly getEntityBackups: VeleroApi['getEntityBackups'] = (
    entityRef,
    query,
    options,
  ) => this.#requests.get(`${entityPath(entityRef)}/backups`, query, options);

  readonly getEntitySchedules: VeleroApi['getEntitySchedules'] = (
    entityRef,
    options,
  ) =>
    this.#requests.get(
      `${entityPath(entityRef)}/schedules`,
      SHORT_LIST,
      options,
    );

  readonly getEntityLocations: VeleroApi['getEntityLocations'] = (
    entityRef,
    options,
  ) =>
    this.#requests.get(
      `${entityPath(entityRef)}/locations`,
      SHORT_LIST,
      options,
    );

  readonly getEntityRestores: VeleroApi['getEntityRestores'] = (
    entityRef,
    query,
    options,
  ) => this.#requests.get(`${entityPath(entityRef)}/restores`, query, options);

  readonly getEntityProtection: VeleroApi['getEntityProtection'] = (
    entityRef,
    options,
  ) => this.#requests.get(`${entityPath(entityRef)}/protection`, {}, options);

  readonly getEntityHistory: VeleroApi['getEntityHistory'] = (
    entityRef,
    query = {},
    options,
  ) => this.#requests.get(`${entityPath(entityRef)}/history`, query, options);

  readonly getDrills: VeleroApi['getDrills'] = (entityRef, options) =>
    this.#requests.get(`${entityPath(entityRef)}/drills`, {}, options);

  readonly requestDrill: VeleroApi['requestDrill'] = (
    entityRef,
    body,
    options,
  ) => this.#requests.post(`${entityPath(entityRef)}/drills`, body, options);

  readonly getDrillSchedule: VeleroApi['getDrillSchedule'] = (
    entityRef,
    options,
  ) => this.#requests.get(drillSchedulePath(entityRef), {}, options);

  readonly setDrillSchedule: VeleroApi['setDrillSchedule'] = (
    entityRef,
    body,
    options,
  ) => this.#requests.put(drillSchedulePath(entityRef), body, options);

  readonly removeDrillSchedule: VeleroApi['removeDrillSchedule'] = (
    entityRef,
    options,
  ) => this.#requests.delete(drillSchedulePath(entityRef), options);

  readonly getBackupOptions: VeleroApi['getBackupOptions'] = (
    entityRef,
    options,
  ) =>
    this.#requests.get(`${entityPath(entityRef)}/backup-options`, {}, options);

  readonly createBackup: VeleroApi['createBackup'] = (
    entityRef,
    request,
    options,
  ) =>
    this.#requests.post(`${entityPath(entityRef)}/backups`, request, options);

  readonly createSchedule: VeleroApi['createSchedule'] = (
    entityRef,
    request,
    options,
  ) =>
    this.#requests.post(`${entityPath(entityRef)}/schedules`, request, options);

  readonly getTenantNamespaces: VeleroApi['getTenantNamespaces'] = (
    ownerRef,
    options,
  ) => this.#requests.get('/tenants/namespaces', { owner: ownerRef }, options);

  readonly getTenants: VeleroApi['getTenants'] = (query = {}, options) =>
    this.#requests.get('/tenants', query, options);

  readonly planTenant: VeleroApi['planTenant'] = (query, options) =>
    this.#requests.post('/tenants/plan', query, options);

  readonly onboardTenant: VeleroApi['onboardTenant'] = (wanted, options) =>
    this.#requests.post('/tenants', wanted, options);

  readonly planOffboarding: VeleroApi['planOffboarding'] = (tenant, options) =>
    this.#requests.get(offboardPath(tenant), {}, options);

  readonly offboardTenant: VeleroApi['offboardTenant'] = (tenant, options) =>
    this.#requests.post(offboardPath(tenant), undefined, options);

  readonly getOperation: VeleroApi['getOperation'] = (id, options) =>
    this.#requests.get(operationPath(id), {}, options);

  readonly cancelOperation: VeleroApi['cancelOperation'] = (id, options) =>
    this.#requests.post(`${operationPath(id)}/cancel`, undefined, options);

  readonly getStoragePlaces: VeleroApi['getStoragePlaces'] = (
    query = {},
    options,
  ) => this.#requests.get('/locations', query, options);

  readonly verifyLocation: VeleroApi['verifyLocation'] = (key, options) =>
    this.#requests.post(`${locationPath(key)}/verify`, undefined, options);

  readonly getBackup: VeleroApi['getBackup'] = (key, options) =>
    this.#requests.get(backupPath(key), {}, options);

  readonly getBackupLog: VeleroApi['getBackupLog'] = (key, options) =>
    this.#requests.stream(`${backupPath(key)}/logs`, options);

  readonly getBackupResults: VeleroApi['getBackupResults'] = (key, options) =>
    this.#requests.get(`${backupPath(key)}/results`, {}, options);

  readonly getBackupResources: VeleroApi['getBackupResources'] = (
    key,
    query = {},
    options,
  ) => this.#requests.get(`${backupPath(key)}/resources`, query, options);

  readonly getBackupVolumes: VeleroApi['getBackupVolumes'] = (key, options) =>
    this.#requests.get(`${backupPath(key)}/volumes`, {}, options);

  readonly previewRestore: VeleroApi['previewRestore'] = (query, options) =>
    this.#requests.post('/restore-requests/preview', query, options);

  readonly evaluateRestorePolicies: VeleroApi['evaluateRestorePolicies'] = (
    question,
    options,
  ) => this.#requests.post('/restore-policies/evaluate', question, options);

  readonly requestRestore: VeleroApi['requestRestore'] = (body, options) =>
    this.#requests.post('/restore-requests', body, options);

  readonly getRestoreOptions: VeleroApi['getRestoreOptions'] = options =>
    this.#requests.get('/restore-requests/options', {}, options);

  readonly getRestoreRequests: VeleroApi['getRestoreRequests'] = (
    query = {},
    options,
  ) => this.#requests.get('/restore-requests', query, options);

  readonly getRestoreRequest: VeleroApi['getRestoreRequest'] = (id, options) =>
    this.#requests.get(requestPath(id), {}, options);

  readonly getRestoreRequestChecks: VeleroApi['getRestoreRequestChecks'] = (
    id,
    options,
  ) => this.#requests.get(`${requestPath(id)}/checks`, {}, options);

  readonly approveRestoreRequest: VeleroApi['approveRestoreRequest'] = (
    id,
    body = {},
    options,
  ) => this.#requests.post(`${requestPath(id)}/approve`, body, options);

  readonly rejectRestoreRequest: VeleroApi['rejectRestoreRequest'] = (
    id,
    body,
    options,
  ) => this.#requests.post(`${requestPath(id)}/reject`, body, options);

  readonly cancelRestoreRequest: VeleroApi['cancelRestoreRequest'] = (
    id,
    body = {},
    options,
  ) => this.#requests.post(`${requestPath(id)}/cancel`, body, options);

  readonly commentRestoreRequest: VeleroApi['commentRestoreRequest'] = (
    id,
    body,
    options,
  ) => this.#requests.post(`${requestPath(id)}/comments`, body, options);

  readonly getRestore: VeleroApi['getRestore'] = (key, options) =>
    this.#requests.get(restorePath(key), {}, options);

  readonly getRestoreLog: VeleroApi['getRestoreLog'] = (key, options) =>
    this.#requests.stream(`${restorePath(key)}/logs`, options);

  readonly getRestoreResults: VeleroApi['getRestoreResults'] = (key, options) =>
    this.#requests.get(`${restorePath(key)}/results`, {}, options);

  readonly getRestoreResources: VeleroApi['getRestoreResources'] = (
    key,
    query = {},
    options,
  ) => this.#requests.get(`${restorePath(key)}/resources`, query, options);

  readonly getRestoreVolumes: VeleroApi['getRestoreVolumes'] = (key, options) =>
    this.#requests.get(`${restorePath(key)}/volumes`, {}, options);
}
