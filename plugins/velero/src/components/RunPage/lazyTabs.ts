import { lazy } from 'react';

/** What is behind the tabs, loaded when it is opened. */
export const ContentsTab = lazy(() =>
  import('../RunContents/ContentsTab').then(m => ({ default: m.ContentsTab })),
);
export const VolumesTab = lazy(() =>
  import('../RunVolumes/VolumesTab').then(m => ({ default: m.VolumesTab })),
);
export const ResultsTab = lazy(() =>
  import('../RunResults/ResultsTab').then(m => ({ default: m.ResultsTab })),
);
export const LogTab = lazy(() =>
  import('../RunLog/LogTab').then(m => ({ default: m.LogTab })),
);
export const RelatedTab = lazy(() =>
  import('../BackupPage/RelatedTab').then(m => ({ default: m.RelatedTab })),
);
export const YamlTab = lazy(() =>
  import('../RunYaml/YamlTab').then(m => ({ default: m.YamlTab })),
);
