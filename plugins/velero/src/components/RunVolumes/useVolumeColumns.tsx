import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { ArtifactVolume, formatBytes } from 'backstage-plugin-velero-common';
import { parseTime } from '../../format/absoluteTime';
import { formatDuration } from '../../format/duration';
import { veleroTranslationRef } from '../../translation';
import { SimpleColumn } from '../ui/SimpleTable';
import { VolumeMethod } from './VolumeMethod';
import { VolumeResult } from './VolumeResult';

export function useVolumeColumns(): SimpleColumn<ArtifactVolume>[] {
  const { t } = useTranslationRef(veleroTranslationRef);
  return [
    {
      header: t('page.volumes.column.claim'),
      render: volume => <VolumeName volume={volume} />,
    },
    {
      header: t('page.volumes.column.method'),
      render: volume => <VolumeMethod volume={volume} />,
    },
    {
      header: t('page.volumes.column.result'),
      render: volume => <VolumeResult volume={volume} />,
    },
    {
      header: t('page.volumes.column.size'),
      render: volume => sizeText(volume.bytes),
    },
    {
      header: t('page.volumes.column.new'),
      render: volume => sizeText(volume.incrementalBytes),
    },
    { header: t('page.volumes.column.duration'), render: durationText },
  ];
}

function VolumeName(props: { volume: ArtifactVolume }) {
  const { namespace, claim, persistentVolume } = props.volume;
  const { t } = useTranslationRef(veleroTranslationRef);
  const name = [namespace, claim].filter(Boolean).join('/');
  return (
    <>
      {name || persistentVolume || t('details.unknown')}
      {name && persistentVolume && (
        <Typography variant="caption" display="block" color="textSecondary">
          {persistentVolume}
        </Typography>
      )}
    </>
  );
}

function sizeText(bytes: number | undefined): string {
  return bytes === undefined ? '–' : formatBytes(bytes);
}

function durationText({ startedAt, completedAt }: ArtifactVolume): string {
  const start = parseTime(startedAt);
  const end = parseTime(completedAt);
  return start === undefined || end === undefined
    ? '–'
    : formatDuration(end - start);
}
