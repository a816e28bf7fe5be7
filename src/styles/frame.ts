import { css } from 'lit';

/** The shadow root's own: surface, headings, and the order of what stands in it. */
export const frameStyles = css`
  :host {
    display: block;
    box-sizing: border-box;
    inline-size: 100%;
    max-inline-size: var(--_width);
    color: var(--_text);
    text-align: start;
  }
  :host([hidden]) {
    display: none;
  }
  .frame {
    box-sizing: border-box;
    padding: var(--_padding);
    border: var(--_frame-border) solid var(--_surface-border);
    border-radius: var(--_frame-radius);
    background: var(--_surface);
    line-height: 1.5;
    overflow-wrap: anywhere;
  }
  /* On a narrow screen the frame's padding is the fields' width. */
  @media (max-width: 24em) {
    .frame {
      padding: min(var(--_padding), 1.25em);
    }
  }
  .plain-page {
    font-family: system-ui, sans-serif;
  }
  .header {
    margin-block-end: 1.5em;
  }
  h2,
  ::slotted([slot='heading']) {
    margin: 0;
    font-size: 1.375em;
    font-weight: 650;
    line-height: 1.25;
    text-wrap: balance;
  }
  .header:focus {
    outline: none;
  }
  .intro {
    margin: 0.375em 0 0;
    color: var(--_muted);
  }
  /* As high as the higher of both. */
  .intro[data-other] {
    display: grid;
  }
  .intro[data-other] > span,
  .intro[data-other]::after {
    grid-area: 1 / 1;
  }
  .intro[data-other]::after {
    content: attr(data-other);
    visibility: hidden;
  }
  .intro b {
    font-weight: 600;
    unicode-bidi: isolate;
  }
  .status {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
