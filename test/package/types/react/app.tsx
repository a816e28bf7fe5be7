import { useRef } from 'react';
import type { CognitoMfaLogin, LoginFailureDetail, LoginSuccessDetail } from 'cognito-mfa-login';
import type {} from 'cognito-mfa-login/react';

const succeed = ({ detail }: CustomEvent<LoginSuccessDetail>): void => console.log(detail.username);
const fail = ({ detail }: CustomEvent<LoginFailureDetail>): void => console.log(detail.code);

export function App({ username }: { username?: string | undefined }) {
  const login = useRef<CognitoMfaLogin>(null);
  return (
    <main>
      <cognito-mfa-login
        ref={login}
        user-pool-id="eu-west-1_Ab12Cd34E"
        client-id="client"
        auth-flow="choice"
        session-minutes="5"
        username={username}
        messages={{ signIn: { heading: 'Welcome' } }}
        className="wide"
        lang="de"
        onlogin-success={succeed}
        onlogin-failure={fail}
        onlogin-step={({ detail }) => console.log(detail.step === 'code')}
      >
        <p slot="help">Ask us</p>
      </cognito-mfa-login>
      {/* wrong: no such flow */}
      <cognito-mfa-login auth-flow="srq" />
      {/* wrong: no such flow as a property */}
      <cognito-mfa-login authFlow="srq" />
      {/* wrong: minutes are a number */}
      <cognito-mfa-login session-minutes="five" />
      {/* wrong: no such theme */}
      <cognito-mfa-login theme="black" />
      {/* wrong: no such property */}
      <cognito-mfa-login poolId="eu-west-1_Ab12Cd34E" />
      {/* wrong: another event's detail */}
      <cognito-mfa-login onlogin-success={fail} />
      {/* wrong: no tokens in the detail */}
      <cognito-mfa-login onlogin-success={({ detail }) => console.log(detail.idToken)} />
      {/* wrong: another element's reference */}
      <cognito-mfa-login ref={useRef<HTMLInputElement>(null)} />
    </main>
  );
}
