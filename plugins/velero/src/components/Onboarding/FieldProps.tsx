import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { TenantFormData } from './TenantFormData';

/** What a field of a template gets, as far as these fields use it. */
export interface FieldProps<T> {
  formData?: T;
  /** What has been collected so far is among it. */
  formContext?: { formData?: TenantFormData };
  rawErrors?: string[];
  onChange(value: T | undefined): void;
}

/** Makes a component of a template's field out of one that needs less. */
export function asField<T>(Field: (props: FieldProps<T>) => JSX.Element) {
  return (props: FieldExtensionComponentProps<T>) => (
    <Field
      formData={props.formData}
      formContext={props.formContext}
      rawErrors={props.rawErrors}
      onChange={value => props.onChange(value)}
    />
  );
}
