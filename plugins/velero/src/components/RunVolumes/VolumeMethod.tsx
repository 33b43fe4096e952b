import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { ArtifactVolume } from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';

const METHODS = [
  'PodVolumeBackup',
  'PodVolumeRestore',
  'CSISnapshot',
  'NativeSnapshot',
] as const;

/** How the data of a volume was taken or brought back, and by whom. */
export function VolumeMethod(props: { volume: ArtifactVolume }) {
  const { volume } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  const known = METHODS.find(method => method === volume.method);
  const means = [
    volume.uploader,
    volume.driver,
    volume.volumeType,
    volume.pod &&
      t('page.volumes.ofPod', {
        pod: volume.pod,
        volume: volume.podVolume ?? '?',
      }),
  ].filter(Boolean);
  return (
    <>
      {known ? t(`page.volumes.method.${known}`) : volume.method ?? '–'}
      {volume.dataMoved &&
        ` ${t('page.volumes.moved', { mover: volume.dataMover ?? 'velero' })}`}
      {means.length > 0 && (
        <Typography variant="caption" display="block" color="textSecondary">
          {means.join(' · ')}
        </Typography>
      )}
    </>
  );
}
