/** An app has one for each of its stages. Here it is the user pool beside the playground; a pool at AWS needs no endpoint. */
export const pool = {
  userPoolId: 'local_Demo',
  clientId: 'demo',
  endpoint: 'http://localhost:5173/user-pool/pools/demo/',
};
