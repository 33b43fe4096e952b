import { isRecord, KubernetesObject, objectKey } from '../KubernetesObject';
import { ObjectStore } from '../ObjectStore';
import { PolicyRule } from './PolicyRule';
import { Subject } from './Subject';

/** A rule with the binding that grants it. */
export interface GrantedRule {
  rule: PolicyRule;
  /** In the words that API servers give as a reason. */
  grantedBy: string;
}

export interface Grants {
  rules: GrantedRule[];
  /** Roles that are bound and do not exist. */
  missing: string[];
}

interface RoleReference {
  kind: string;
  name: string;
}

const GROUP = 'rbac.authorization.k8s.io';

/** What the roles and bindings in a cluster grant. */
export class RoleBindings {
  readonly #store: ObjectStore;

  constructor(store: ObjectStore) {
    this.#store = store;
  }

  /** The rules that hold for somebody in a namespace, or in the cluster as a whole. */
  grantsOf(subject: Subject, namespace?: string): Grants {
    const grants: Grants = { rules: [], missing: [] };
    for (const { object } of this.#store
      .collection('clusterrolebindings')
      .values()) {
      this.#addGrants(grants, subject, object);
    }
    for (const { object } of this.#store.collection('rolebindings').values()) {
      if (namespace && object.metadata.namespace === namespace) {
        this.#addGrants(grants, subject, object);
      }
    }
    return grants;
  }

  #addGrants(grants: Grants, subject: Subject, binding: KubernetesObject) {
    const bound = subjectsOf(binding).find(item =>
      names(item, subject, binding.metadata.namespace),
    );
    if (!bound) {
      return;
    }
    const reference = binding.roleRef as RoleReference;
    const { namespace, name } = binding.metadata;
    const role = this.#role(reference, namespace);
    if (!role) {
      grants.missing.push(
        `${reference.kind.toLowerCase()}.${GROUP} "${
          reference.name
        }" not found`,
      );
      return;
    }
    const scope = namespace ? `${name}/${namespace}` : name;
    const grantedBy = `RBAC: allowed by ${binding.kind} "${scope}" of ${
      reference.kind
    } "${reference.name}" to ${described(bound)}`;
    const rules = Array.isArray(role.rules) ? role.rules : [];
    grants.rules.push(...rules.map(rule => ({ rule, grantedBy })));
  }

  #role({ kind, name }: RoleReference, namespace?: string) {
    return kind === 'ClusterRole'
      ? this.#store.collection('clusterroles').get(name)?.object
      : this.#store.collection('roles').get(objectKey(name, namespace))?.object;
  }
}

type SubjectReference = Record<string, unknown>;

function subjectsOf({ subjects }: KubernetesObject): SubjectReference[] {
  return Array.isArray(subjects) ? subjects.filter(isRecord) : [];
}

function names(
  reference: SubjectReference,
  subject: Subject,
  bindingNamespace?: string,
): boolean {
  const { kind, name, namespace = bindingNamespace } = reference;
  switch (kind) {
    case 'User':
      return name === subject.name;
    case 'Group':
      return subject.groups.includes(String(name));
    default:
      return subject.name === `system:serviceaccount:${namespace}:${name}`;
  }
}

function described({ kind, name, namespace }: SubjectReference): string {
  return kind === 'ServiceAccount'
    ? `ServiceAccount "${name}/${namespace}"`
    : `${kind} "${name}"`;
}
