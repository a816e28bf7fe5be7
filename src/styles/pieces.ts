import { css } from 'lit';

/** What single steps have besides fields and buttons: choices, rules of a password, a key with its picture, a question. */
export const pieceStyles = css`
  .cml.cml .cml-choices {
    display: grid;
    gap: 0.75em;
  }
  .cml.cml .cml-choice {
    appearance: none;
    display: flex;
    align-items: center;
    gap: 0.875em;
    inline-size: 100%;
    min-block-size: max(44px, 4em);
    padding: 0.625em 0.875em;
    border: 1px solid var(--_field-border);
    border-radius: var(--_radius);
    background: var(--_field);
    box-shadow: none;
    color: var(--_text);
    cursor: pointer;
  }
  .cml.cml .cml-choice:hover {
    border-color: var(--_accent);
  }
  .cml.cml .cml-choice[aria-disabled='true'] {
    cursor: progress;
  }
  .cml.cml .cml-choice > .cml-icon {
    color: var(--_muted);
  }
  .cml.cml .cml-choice:hover > .cml-icon {
    color: var(--_accent);
  }
  .cml.cml .cml-choice-text {
    display: grid;
    flex: 1;
    line-height: 1.4;
  }
  .cml.cml .cml-choice-title {
    font-weight: 600;
  }
  .cml.cml .cml-choice-line {
    font-size: 0.9375em;
    color: var(--_muted);
  }
  .cml.cml[dir='rtl'] .cml-chevron {
    transform: scaleX(-1);
  }
  .cml.cml .cml-waiting {
    display: flex;
    align-items: center;
    gap: 0.625em;
  }
  .cml.cml .cml-rules {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(10em, 100%), 1fr));
    gap: 0.125em 0.75em;
    padding-block-start: 0.625em;
    font-size: 0.875em;
    color: var(--_muted);
  }
  .cml.cml .cml-rule:first-child {
    grid-column: 1 / -1;
  }
  .cml.cml .cml-rule {
    display: flex;
    align-items: start;
    gap: 0.375em;
  }
  .cml.cml .cml-rule .cml-icon {
    block-size: 1.5em;
  }
  .cml.cml .cml-met {
    color: var(--_text);
  }
  .cml.cml .cml-met .cml-icon {
    color: var(--_accent);
    stroke-width: 2.5;
  }
  .cml.cml .cml-secret {
    display: grid;
    justify-items: center;
    margin-block-end: 1.25em;
    font-size: 0.9375em;
    color: var(--_muted);
  }
  /* Its place is kept while it is drawn. */
  .cml.cml .cml-qr {
    display: grid;
    place-items: center;
    inline-size: min(14em, 100%);
    aspect-ratio: 1;
    margin-block-end: 1em;
    border: 1px solid var(--_surface-border);
    border-radius: var(--_radius);
    overflow: hidden;
  }
  .cml.cml .cml-qr-picture {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    /* Inverted, few cameras read it. */
    forced-color-adjust: none;
  }
  .cml.cml .cml-qr-light {
    fill: var(--_qr-light);
  }
  .cml.cml .cml-qr-dark {
    fill: var(--_qr-dark);
  }
  .cml.cml .cml-qr-missing {
    padding: 1em;
    text-align: center;
  }
  .cml.cml .cml-key {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 0.5em 1em;
    inline-size: 100%;
    margin-block: 0.375em;
    padding: 0.375em 0.875em;
    border: 1px solid var(--_surface-border);
    border-radius: var(--_radius);
  }
  .cml.cml .cml-key-text {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.625em;
    font-family: ui-monospace, monospace;
    color: var(--_text);
  }
  .cml.cml .cml-key .cml-link {
    flex: none;
  }
  .cml.cml .cml-question {
    margin-block-end: 1em;
    font-weight: 600;
    white-space: pre-line;
  }
  .cml.cml .cml-question ~ .cml-question {
    font-weight: inherit;
  }
  .cml.cml .cml-parameters {
    display: grid;
    gap: 0.5em;
    margin-block-end: 1.25em;
    padding: 0.75em 0.875em;
    border: 1px solid var(--_surface-border);
    border-radius: var(--_radius);
    font-size: 0.9375em;
  }
  .cml.cml .cml-parameters dt {
    color: var(--_muted);
  }
`;
