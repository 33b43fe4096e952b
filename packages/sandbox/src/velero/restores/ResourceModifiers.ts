import { parse } from 'yaml';
import { errorMessage } from '../../api/errorMessage';
import { isRecord, KubernetesObject } from '../../api/KubernetesObject';
import { mergePatch } from '../../api/mergePatch';
import { jsonPatch } from '../../api/patch/jsonPatch';
import { strategicMerge } from '../../api/patch/strategicMerge';
import { schemaOf } from '../../api/schema/schemaOf';
import { resourceNamed } from '../contents/resourceNames';
import { globToRegExp, isGlob } from '../contents/namespaceMatching';
import { matchesSelectors } from '../contents/labelMatching';
import { LabelSelector } from '../VeleroObjects';

interface JsonPatchStep {
  operation?: string;
  path?: string;
  from?: string;
  value?: string;
}

interface Rule {
  conditions?: {
    groupResource?: string;
    resourceNameRegex?: string;
    namespaces?: string[];
    labelSelector?: LabelSelector;
    matches?: { path: string; value?: string }[];
  };
  patches?: JsonPatchStep[];
  mergePatches?: { patchData: string }[];
  strategicPatches?: { patchData: string }[];
}

const OPERATIONS = ['add', 'remove', 'replace', 'test', 'move', 'copy'];

/** Changes objects on their way back into a cluster, by rules that somebody wrote into a ConfigMap. */
export class ResourceModifiers {
  readonly #version: unknown;
  readonly #rules: Rule[];

  /** Throws when the text cannot be read. */
  constructor(text: string) {
    let content: unknown;
    try {
      content = parse(text);
    } catch (error) {
      throw new Error(
        `failed to decode yaml data into resource modifiers, err: ${errorMessage(
          error,
        )}`,
      );
    }
    const fields = isRecord(content) ? content : {};
    const rules = fields.resourceModifierRules;
    this.#version = fields.version;
    this.#rules = Array.isArray(rules) ? rules : [];
  }

  /** What is wrong with the rules as such, in Velero's words. */
  problem(): string | undefined {
    if (String(this.#version).toLowerCase() !== 'v1') {
      return `unsupported resource modifier version ${this.#version ?? ''}`;
    }
    return this.#rules.length === 0
      ? 'resource modifier rules cannot be empty'
      : this.#rules.map(ruleProblem).find(problem => problem !== undefined);
  }

  /** The object as the rules make it; throws when one of them cannot be applied. */
  apply(resource: string, object: KubernetesObject): KubernetesObject {
    return this.#rules
      .filter(rule => matches(rule, resource, object))
      .reduce((changed, rule) => change(rule, resource, changed), object);
  }
}

function ruleProblem(rule: Rule): string | undefined {
  if (!rule.conditions?.groupResource) {
    return 'groupkResource cannot be empty';
  }
  const kinds = [rule.patches, rule.mergePatches, rule.strategicPatches];
  if (kinds.filter(list => list?.length).length > 1) {
    return 'only one of patches, mergePatches, strategicPatches can be specified';
  }
  return (rule.patches ?? [])
    .map(stepProblem)
    .find(problem => problem !== undefined);
}

function stepProblem({ operation, path }: JsonPatchStep): string | undefined {
  if (!operation) {
    return 'operation cannot be empty';
  }
  if (!OPERATIONS.includes(operation.toLowerCase())) {
    return `unsupported operation ${operation}`;
  }
  return path ? undefined : 'path cannot be empty';
}

function matches(
  { conditions = {} }: Rule,
  resource: string,
  object: KubernetesObject,
): boolean {
  const { namespace, name, labels } = object.metadata;
  const { groupResource = '', resourceNameRegex, namespaces = [] } = conditions;
  const { labelSelector } = conditions;
  return (
    (!namespace ||
      namespaces.length === 0 ||
      namespaces.some(item => fits(item, namespace))) &&
    fits(groupResource, resource) &&
    (!resourceNameRegex || new RegExp(resourceNameRegex).test(name)) &&
    matchesSelectors({ labelSelector }, labels) &&
    passes(conditions.matches ?? [], object)
  );
}

function fits(pattern: string, text: string): boolean {
  return isGlob(pattern) ? globToRegExp(pattern).test(text) : pattern === text;
}

function passes(
  tests: { path: string; value?: string }[],
  object: KubernetesObject,
): boolean {
  try {
    const steps = tests.map(test => ({ ...test, operation: 'test' }));
    jsonPatch(object, steps.map(operationOf));
    return true;
  } catch {
    return false;
  }
}

function change(
  { patches, mergePatches, strategicPatches }: Rule,
  resource: string,
  object: KubernetesObject,
): KubernetesObject {
  const type = resourceNamed(resource);
  try {
    if (patches?.length) {
      return jsonPatch(object, patches.map(operationOf)) as KubernetesObject;
    }
    const strategic = strategicPatches?.length && type;
    const list = strategic ? strategicPatches : mergePatches ?? [];
    return list
      .map(({ patchData }): unknown => parse(patchData))
      .reduce(
        (changed: unknown, patch) =>
          strategic
            ? strategicMerge(changed, patch, schemaOf(strategic))
            : mergePatch(changed, patch),
        object,
      ) as KubernetesObject;
  } catch (error) {
    throw new Error(`error in applying patch ${errorMessage(error)}`);
  }
}

/** A value is JSON where it can be read as that, and text otherwise. */
function operationOf({ operation = '', path, from, value }: JsonPatchStep) {
  return {
    op: operation.toLowerCase(),
    path,
    ...(from !== undefined && { from }),
    ...(value !== undefined && { value: valueOf(value) }),
  };
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
