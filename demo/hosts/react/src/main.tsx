import { type ComponentType, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Home } from './home';
import { Settings } from './settings';
import { Twice } from './twice';

const pages: Readonly<Record<string, ComponentType>> = { '/': Home, '/settings': Settings, '/twice': Twice };

const Page = pages[location.pathname] ?? Home;

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Page />
  </StrictMode>,
);
