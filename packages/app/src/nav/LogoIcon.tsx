interface LogoIconProps {
  size?: number;
}

/** An arrow that goes back, around a tick: what was lost can be had again. */
export function LogoIcon(props: LogoIconProps) {
  const { size = 30 } = props;
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 32 32"
      fill="none"
      strokeWidth={3}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d="M16 6a10 10 0 1 1-9.4 6.6" stroke="#4aa8de" />
      <path d="M3.5 14.5 6.6 7l6 5.2z" fill="#4aa8de" />
      <path d="m11 16 4 4 6.5-8" stroke="currentColor" />
    </svg>
  );
}
