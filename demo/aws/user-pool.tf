# A user pool and a public app client for <cognito-mfa-login>. README.md says what each setting means to the element.
terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100" # refresh_token_rotation
    }
  }
}

variable "name" {
  type        = string
  default     = "my-app"
  description = "Begins the names of what is made."
}

variable "domain" {
  type        = string
  default     = "app.example.com"
  description = "The host name of the page with the element, without https://."
}

data "aws_caller_identity" "current" {}

data "aws_region" "current" {}

# By which the pool sends text messages.
resource "aws_iam_role" "sms" {
  name = "${var.name}-sms"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "cognito-idp.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = {
        StringEquals = {
          "sts:ExternalId"    = "${var.name}-sms"
          "aws:SourceAccount" = data.aws_caller_identity.current.account_id
        }
      }
    }]
  })
}

resource "aws_iam_role_policy" "sms" {
  name = "send-text-messages"
  role = aws_iam_role.sms.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "sns:Publish"
      Resource = "*" # a phone number has no ARN
    }]
  })
}

resource "aws_cognito_user_pool" "users" {
  name              = "${var.name}-users"
  user_pool_tier    = "ESSENTIALS"
  mfa_configuration = "OPTIONAL"

  # SMS_MFA
  sms_configuration {
    sns_caller_arn = aws_iam_role.sms.arn
    external_id    = "${var.name}-sms"
    sns_region     = data.aws_region.current.id
  }

  # SOFTWARE_TOKEN_MFA
  software_token_mfa_configuration {
    enabled = true
  }

  # The last line is for the browser (WebOTP, and the domain-bound codes of iOS): whose code it is, and the code.
  sms_authentication_message = "Your sign-in code:\n\n@${var.domain} #{####}"

  password_policy {
    minimum_length    = 8
    require_lowercase = true
    require_uppercase = true
    require_numbers   = true
    require_symbols   = true
  }

  auto_verified_attributes = ["email"]

  account_recovery_setting {
    recovery_mechanism {
      name     = "verified_email"
      priority = 1
    }
  }

  username_configuration {
    case_sensitive = false
  }

  admin_create_user_config {
    allow_admin_create_user_only = true
  }
}

resource "aws_cognito_user_pool_client" "page" {
  name            = "${var.name}-page"
  user_pool_id    = aws_cognito_user_pool.users.id
  generate_secret = false

  # Without ALLOW_REFRESH_TOKEN_AUTH, which a client that rotates refresh tokens cannot have.
  explicit_auth_flows           = ["ALLOW_USER_SRP_AUTH"]
  prevent_user_existence_errors = "ENABLED"
  auth_session_validity         = 3
  enable_token_revocation       = true

  refresh_token_rotation {
    feature                    = "ENABLED"
    retry_grace_period_seconds = 60
  }

  token_validity_units {
    access_token  = "minutes"
    id_token      = "minutes"
    refresh_token = "days"
  }

  access_token_validity  = 60
  id_token_validity      = 60
  refresh_token_validity = 30
}

output "user_pool_id" {
  description = "For the attribute user-pool-id."
  value       = aws_cognito_user_pool.users.id
}

output "client_id" {
  description = "For the attribute client-id."
  value       = aws_cognito_user_pool_client.page.id
}

output "html" {
  description = "What to write in the page."
  value       = "<cognito-mfa-login user-pool-id=\"${aws_cognito_user_pool.users.id}\" client-id=\"${aws_cognito_user_pool_client.page.id}\"></cognito-mfa-login>"
}
