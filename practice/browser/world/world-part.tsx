import type { ReactNode } from 'react';

type PartProps = { readonly title: string; readonly children: ReactNode };

export function WorldPart({ title, children }: PartProps) {
  return (
    <section className="world-part">
      <h3>{title}</h3>
      {children}
    </section>
  );
}
