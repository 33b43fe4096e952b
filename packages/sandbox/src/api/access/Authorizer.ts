import { ObjectStore } from '../ObjectStore';
import { AccessRequest, isPathAccess } from './AccessRequest';
import { allows, PolicyRule } from './PolicyRule';
import { Grants, RoleBindings } from './RoleBindings';
import { AccessRule, SandboxUser } from './SandboxUser';
import { Subject } from './Subject';

export interface Decision {
  allowed: boolean;
  reason?: string;
}

const MASTERS = 'system:masters';

/** Decides what a user may do: by the fixed rules of the user, and by roles and bindings in the cluster. */
export class Authorizer {
  readonly #bindings: RoleBindings;
  readonly #fixedRules: Map<string, AccessRule[]>;

  constructor(options: { store: ObjectStore; users: SandboxUser[] }) {
    this.#bindings = new RoleBindings(options.store);
    this.#fixedRules = new Map(
      options.users.map(({ name, rules = [] }) => [name, rules]),
    );
  }

  /** `starting`: as if the roles and bindings had not been read yet. */
  decide(
    subject: Subject,
    access: AccessRequest,
    options: { starting?: boolean } = {},
  ): Decision {
    if (subject.groups.includes(MASTERS)) {
      return { allowed: true };
    }
    const namespace = isPathAccess(access) ? undefined : access.namespace;
    const { rules, missing } = options.starting
      ? { rules: [], missing: [] }
      : this.#grants(subject, namespace);
    const granted = rules.find(({ rule }) => allows(rule, access));
    if (granted) {
      return { allowed: true, reason: granted.grantedBy };
    }
    return {
      allowed: false,
      ...(missing.length > 0 && { reason: `RBAC: ${listed(missing)}` }),
    };
  }

  /** All rules that hold for somebody in a namespace. */
  rulesOf(subject: Subject, namespace?: string): PolicyRule[] {
    return this.#grants(subject, namespace).rules.map(({ rule }) => rule);
  }

  #grants(subject: Subject, namespace?: string): Grants {
    const { rules, missing } = this.#bindings.grantsOf(subject, namespace);
    const fixed = (this.#fixedRules.get(subject.name) ?? [])
      .filter(({ namespaces }) => namespaces?.includes(namespace ?? '') ?? true)
      .map(rule => ({ rule: asPolicyRule(rule), grantedBy: 'fixed rule' }));
    return { rules: [...fixed, ...rules], missing };
  }
}

function asPolicyRule(rule: AccessRule): PolicyRule {
  const { groups, resources, verbs, names } = rule;
  return { verbs, apiGroups: groups, resources, resourceNames: names };
}

function listed(problems: string[]): string {
  return problems.length === 1 ? problems[0] : `[${problems.join(', ')}]`;
}
