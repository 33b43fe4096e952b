import { useLocation, useNavigate } from 'react-router-dom';

/** Shows the address below a root, and the way back, as a browser does above the page. */
export function Address(props: { root: string }) {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  return (
    <>
      <button onClick={() => navigate(-1)}>Back</button>
      <output aria-label="path">{pathname.replace(props.root, '')}</output>
      <output aria-label="address">{decodeURIComponent(search)}</output>
    </>
  );
}
