/** What the element relies on: in each template, what stands at a path. A Terraform block is a list, hence the zeros. */

/** The last line is what WebOTP ("Origin-bound one-time codes delivered via SMS", WICG) reads; one placeholder, for all is not known to be filled. */
const message = (domain: string) => `Your sign-in code:\n\n@${domain} #{####}`;

export const cloudFormation: Readonly<Record<string, unknown>> = {
  'UserPool.MfaConfiguration': 'OPTIONAL',
  'UserPool.EnabledMfas': ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'],
  'UserPool.SmsConfiguration.SnsCallerArn': { 'Fn::GetAtt': 'SmsRole.Arn' },
  'UserPool.SmsConfiguration.ExternalId': { 'Fn::Sub': '${Name}-sms' },
  'UserPool.SmsAuthenticationMessage': { 'Fn::Sub': message('${Domain}') },
  'UserPool.Policies.PasswordPolicy': {
    ...{ MinimumLength: 8, RequireLowercase: true, RequireUppercase: true, RequireNumbers: true, RequireSymbols: true },
  },
  'UserPool.AccountRecoverySetting.RecoveryMechanisms': [{ Name: 'verified_email', Priority: 1 }],
  'UserPool.AdminCreateUserConfig.AllowAdminCreateUserOnly': true,
  'UserPool.UsernameConfiguration.CaseSensitive': false,
  'UserPool.UserPoolTier': 'ESSENTIALS',
  'Client.UserPoolId': { Ref: 'UserPool' },
  'Client.GenerateSecret': false,
  'Client.ExplicitAuthFlows': ['ALLOW_USER_SRP_AUTH'],
  'Client.PreventUserExistenceErrors': 'ENABLED',
  'Client.AuthSessionValidity': 3,
  'Client.EnableTokenRevocation': true,
  'Client.RefreshTokenRotation': { Feature: 'ENABLED', RetryGracePeriodSeconds: 60 },
};

/** The role that CloudFormation makes, where the external id is asked for. */
export const trust = 'SmsRole.AssumeRolePolicyDocument.Statement.0.Condition.StringEquals.sts:ExternalId';

export const terraform: Readonly<Record<string, unknown>> = {
  'aws_cognito_user_pool.users.0.mfa_configuration': 'OPTIONAL',
  'aws_cognito_user_pool.users.0.software_token_mfa_configuration.0.enabled': true,
  'aws_cognito_user_pool.users.0.sms_configuration.0.sns_caller_arn': '${aws_iam_role.sms.arn}',
  'aws_cognito_user_pool.users.0.sms_configuration.0.external_id': '${var.name}-sms',
  'aws_cognito_user_pool.users.0.sms_authentication_message': message('${var.domain}'),
  'aws_cognito_user_pool.users.0.password_policy': [
    {
      ...{ minimum_length: 8, require_lowercase: true, require_uppercase: true },
      ...{ require_numbers: true, require_symbols: true },
    },
  ],
  'aws_cognito_user_pool.users.0.account_recovery_setting.0.recovery_mechanism': [
    { name: 'verified_email', priority: 1 },
  ],
  'aws_cognito_user_pool.users.0.admin_create_user_config.0.allow_admin_create_user_only': true,
  'aws_cognito_user_pool.users.0.username_configuration.0.case_sensitive': false,
  'aws_cognito_user_pool.users.0.user_pool_tier': 'ESSENTIALS',
  'aws_cognito_user_pool_client.page.0.user_pool_id': '${aws_cognito_user_pool.users.id}',
  'aws_cognito_user_pool_client.page.0.generate_secret': false,
  'aws_cognito_user_pool_client.page.0.explicit_auth_flows': ['ALLOW_USER_SRP_AUTH'],
  'aws_cognito_user_pool_client.page.0.prevent_user_existence_errors': 'ENABLED',
  'aws_cognito_user_pool_client.page.0.auth_session_validity': 3,
  'aws_cognito_user_pool_client.page.0.enable_token_revocation': true,
  'aws_cognito_user_pool_client.page.0.refresh_token_rotation': [
    { feature: 'ENABLED', retry_grace_period_seconds: 60 },
  ],
};
