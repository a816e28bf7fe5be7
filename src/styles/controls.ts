import { css } from 'lit';
import { pieceStyles } from './pieces.js';

/**
 * Fields and buttons, in the light DOM or in the shadow root. In the light DOM they meet the page's own rules (Bootstrap, a reset), so
 * every rule is scoped by the doubled class `cml`, which outweighs a page's element and single-class selectors, and says all that it relies on.
 */
export const controlStyles = css`
  .cml.cml,
  .cml.cml :is(div, p, span, bdi, label, input, button, a, code, ul, li, dl, dt, dd) {
    box-sizing: border-box;
    inline-size: auto;
    block-size: auto;
    min-inline-size: 0;
    min-block-size: 0;
    max-inline-size: none;
    max-block-size: none;
    margin: 0;
    padding: 0;
    border: 0;
    color: inherit;
    font: inherit;
    letter-spacing: normal;
    text-transform: none;
    text-align: start;
    text-shadow: none;
    text-decoration: none;
    list-style: none;
    float: none;
  }
  .cml.cml {
    display: block;
    color: var(--_text);
    line-height: 1.5;
    overflow-wrap: anywhere;
    background: none;
  }
  .cml.cml [hidden] {
    display: none;
  }
  .cml.cml.cml-plain-page {
    font-family: system-ui, sans-serif;
  }
  .cml.cml .cml-step {
    display: block;
    animation: cml-arrive 0.18s ease-out;
  }
  @keyframes cml-arrive {
    from {
      opacity: 0;
    }
  }
  /* An action beside the label comes after the input in the order of the keyboard. */
  .cml.cml .cml-field {
    display: grid;
    grid-template-columns: minmax(min-content, 1fr) minmax(0, auto);
    align-items: end;
    column-gap: 0.75em;
  }
  .cml.cml .cml-field > * {
    grid-column: 1 / -1;
  }
  .cml.cml .cml-field > .cml-label {
    grid-area: 1 / 1;
  }
  .cml.cml .cml-beside {
    grid-area: 1 / 2;
    margin-block-end: 0.25em;
    font-size: 0.9375em;
  }
  .cml.cml .cml-label {
    display: block;
    overflow-wrap: break-word;
    margin-block-end: 0.375em;
    font-weight: 600;
    color: var(--_text);
  }
  .cml.cml .cml-box {
    display: block;
    position: relative;
  }
  .cml.cml .cml-input {
    appearance: none;
    display: block;
    inline-size: 100%;
    min-block-size: max(44px, 2.75em);
    padding: 0.5em 0.875em;
    border: 1px solid var(--_field-border);
    border-radius: var(--_radius);
    background: var(--_field);
    box-shadow: none;
    color: var(--_text);
    /* Below 16 px iOS zooms into a focused field. */
    font-size: max(16px, 1em);
  }
  .cml.cml .cml-input[aria-invalid='true'] {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }
  .cml.cml .cml-with-button {
    padding-inline-end: 3.25em;
  }
  /* A password takes its own direction from what is typed, the button in the field takes the form's. */
  .cml.cml .cml-with-button:is(:dir(rtl), .cml[dir='rtl'] *) {
    padding-inline: 3.25em;
  }
  .cml.cml .cml-code {
    min-block-size: max(44px, 2.375em);
    padding-block: 0.25em;
    font-size: 1.375em;
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.3em;
    text-align: center;
    /* A code reads from left to right in every script. */
    direction: ltr;
  }
  .cml.cml :is(.cml-input, .cml-button, .cml-link, .cml-reveal, .cml-choice):focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .cml.cml .cml-reveal {
    appearance: none;
    position: absolute;
    inset-block: 0;
    inset-inline-end: 0;
    inline-size: 2.75em;
    display: grid;
    place-items: center;
    border-radius: var(--_radius);
    background: none;
    color: var(--_muted);
    cursor: pointer;
  }
  .cml.cml .cml-icon {
    inline-size: 1.25em;
    block-size: 1.25em;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  /* One line is always there, so that a sentence under a field moves nothing. */
  .cml.cml .cml-hint {
    min-block-size: 2.5em;
    padding-block: 0.25em 0.75em;
    font-size: 0.9375em;
    color: var(--_muted);
  }
  .cml.cml .cml-problem {
    display: flex;
    gap: 0.5em;
    color: var(--_danger);
  }
  .cml.cml .cml-problem ~ * {
    margin-inline-start: 1.75em;
  }
  /* Apart, since a browser that does not know :has() drops all that stands with it. */
  .cml.cml .cml-told:has(.cml-problem) ~ * {
    margin-inline-start: 1.75em;
  }
  .cml.cml .cml-problem .cml-icon {
    margin-block-start: 0.125em;
    fill: currentColor;
    stroke: var(--_surface);
  }
  .cml.cml .cml-button {
    appearance: none;
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 0.625em;
    inline-size: 100%;
    min-block-size: max(44px, 2.75em);
    margin-block-start: 0.375em;
    padding: 0.5em 1em;
    /* Shows in forced colours, where backgrounds go. */
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: var(--_accent);
    box-shadow: none;
    color: var(--_accent-text);
    font-weight: 600;
    cursor: pointer;
  }
  .cml.cml .cml-button:hover {
    filter: brightness(0.94);
  }
  .cml.cml .cml-second {
    margin-block-start: 0.75em;
    border-color: var(--_field-border);
    background: none;
    color: var(--_text);
  }
  .cml.cml .cml-button[aria-disabled='true'] {
    cursor: progress;
  }
  .cml.cml .cml-spinner {
    inline-size: 1.125em;
    block-size: 1.125em;
    flex: none;
    border: 2px solid currentColor;
    border-inline-end-color: transparent;
    border-radius: 50%;
    animation: cml-turn 0.8s linear infinite;
  }
  @keyframes cml-turn {
    to {
      transform: rotate(1turn);
    }
  }
  .cml.cml .cml-actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.25em 1em;
    min-block-size: max(24px, 1.75em);
    margin-block-start: 1em;
    font-size: 0.9375em;
    color: var(--_muted);
  }
  /* The line above is space enough. */
  .cml.cml .cml-hint + .cml-actions {
    margin-block-start: 0;
  }
  .cml.cml .cml-link {
    appearance: none;
    display: inline-flex;
    align-items: center;
    min-block-size: max(24px, 1.75em);
    margin-inline: -0.125em;
    padding: 0.125em;
    border-radius: 0.25em;
    background: none;
    color: var(--_accent);
    text-decoration: none;
    cursor: pointer;
  }
  .cml.cml .cml-link:hover,
  .cml.cml .cml-actions .cml-link {
    text-decoration: underline;
  }
  .cml.cml .cml-countdown {
    font-variant-numeric: tabular-nums;
  }
  .cml.cml .cml-who {
    justify-content: start;
    gap: 0 0.5em;
    margin-block-start: 0.75em;
  }
  .cml.cml .cml-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  ${pieceStyles}
  @media (prefers-reduced-motion: reduce) {
    .cml.cml .cml-step {
      animation: none;
    }
    .cml.cml .cml-spinner {
      animation-duration: 4s;
    }
  }
  @media (forced-colors: active) {
    .cml.cml .cml-problem .cml-icon {
      stroke: Canvas;
    }
    .cml.cml .cml-link {
      color: LinkText;
    }
    .cml.cml .cml-spinner {
      border-inline-end-color: Canvas;
    }
    /* A picture's colour is not forced. */
    .cml.cml :is(.cml-choice > .cml-icon, .cml-met .cml-icon) {
      color: CanvasText;
    }
  }
`;
