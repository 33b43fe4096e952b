import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { TenantCluster } from 'backstage-plugin-velero-common';
import { veleroApiRef } from '../../api/veleroApiRef';
import { useLiveQuery } from '../../hooks/useLiveQuery';
import { veleroTranslationRef } from '../../translation';
import { QueryErrorNotice } from '../states/QueryErrorNotice';
import { ClusterNamespaces } from './ClusterNamespaces';
import { FieldProps } from './FieldProps';

/** Which namespaces of which clusters; only those that are proven to be the owner's can be chosen. */
export function ClusterNamespacesPicker(props: FieldProps<TenantCluster[]>) {
  const { formData = [], formContext, onChange } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  const owner = formContext?.formData?.owner ?? '';
  const api = useApi(veleroApiRef);
  const { value, error, outdated, retry } = useLiveQuery({
    key: owner,
    version: 0,
    load: async signal =>
      owner ? api.getTenantNamespaces(owner, { signal }) : undefined,
  });
  const items = value?.items ?? [];

  const choose = (changed: TenantCluster) => {
    const others = formData.filter(
      ({ cluster }) => cluster !== changed.cluster,
    );
    const all = changed.namespaces?.length ? [...others, changed] : others;
    const order = items.map(({ name }) => name);
    all.sort(
      (one, other) => order.indexOf(one.cluster) - order.indexOf(other.cluster),
    );
    onChange(all.length > 0 ? all : undefined);
  };

  if (!owner) {
    return <Typography>{t('onboarding.clusters.ownerFirst')}</Typography>;
  }
  if (error) {
    return <QueryErrorNotice error={error} onRetry={retry} />;
  }
  if (!value || outdated) {
    return <Typography role="status">{t('onboarding.loading')}</Typography>;
  }
  if (items.length === 0) {
    return <Typography>{t('onboarding.clusters.none')}</Typography>;
  }
  return (
    <>
      {items.map(item => (
        <ClusterNamespaces
          key={item.name}
          owner={owner}
          item={item}
          chosen={formData.find(({ cluster }) => cluster === item.name)}
          onChange={choose}
        />
      ))}
    </>
  );
}
