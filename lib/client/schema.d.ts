// Made by `npm run client` from the OpenAPI description. Not to be edited by hand.

export interface paths {
    "/v3/auth/email-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look up an email and send a PIN
         * @description If the email has an account, a PIN goes to the phone on file. Within the wait between two messages the answer is the same, and nothing is sent.
         */
        post: operations["handbidEmailCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register a new person
         * @description The account exists once its PIN is verified. Until then email-check says `exists: false`, and registering again replaces the registration and kills its PIN.
         */
        post: operations["handbidRegister"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/auth/resend-pin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the PIN again
         * @description The same answer for any email. Ours: the published pages have none.
         */
        post: operations["handbidResendPin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/auth/verify-pin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Trade an email and a PIN for tokens
         * @description A PIN is 6 digits, lives 10 minutes and opens once. After 5 wrong tries it is dead. For 10 seconds the same caller gets the same tokens for it, so that a lost answer costs nobody a text.
         */
        post: operations["handbidVerifyPin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/refresh-token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Trade a refresh token for new tokens
         * @description For 10 seconds the same old token gets the same successor, so that a lost answer signs no one out. After that, or once the successor was used, reuse ends the session.
         */
        post: operations["handbidRefreshToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/auth/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End the session of a refresh token
         * @description An unknown token is no error (RFC 7009, 2.2).
         */
        post: operations["handbidRevoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign out
         * @description API keys that the account's owner made are no part of it, and stay until they are revoked.
         */
        post: operations["handbidLogout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/auctions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List auctions
         * @description `limit=0` only counts. Past the end the list is empty.
         */
        get: operations["handbidAuctions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/auctions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show an auction */
        get: operations["handbidAuction"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/item/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show an item */
        get: operations["handbidItem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/auctions/{id}/favorite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Make an auction a favourite
         * @description Doing it twice is doing it once. Ours: the published pages have none.
         */
        put: operations["handbidAuctionFavoritePut"];
        post?: never;
        /**
         * Make an auction no favourite
         * @description Doing it twice is doing it once. Ours: the published pages have none.
         */
        delete: operations["handbidAuctionFavoriteDelete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/item/{id}/favorite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Make an item a favourite
         * @description Doing it twice is doing it once. Ours: the published pages have none.
         */
        put: operations["handbidItemFavoritePut"];
        post?: never;
        /**
         * Make an item no favourite
         * @description Doing it twice is doing it once. Ours: the published pages have none.
         */
        delete: operations["handbidItemFavoriteDelete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/send_pin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a PIN
         * @description The same answer whether or not the number has an account. Every call cycles the key; within the wait between two messages nothing changes.
         */
        post: operations["goodcitySendPin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/signup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign up
         * @description The account exists once its PIN is verified. For a number that has an account it is a sign-in, and the other fields are disregarded.
         */
        post: operations["goodcitySignup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Trade a key and its PIN for a token
         * @description 3 tries a key. Wrong, expired, used, cycled and made-up are one answer. For 10 seconds the same caller gets the same token, so that a lost answer costs nobody a text.
         */
        post: operations["goodcityVerify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/current_user_profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show who is signed in */
        get: operations["goodcityCurrentUserProfile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/register_device": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Register a device for push messages */
        post: operations["goodcityRegisterDevice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Create an account */
        post: operations["commerceRegister"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in
         * @description A wrong password and an unknown email get one answer, after the same time.
         */
        post: operations["commerceLogin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Trade a refresh token for new tokens
         * @description Refresh tokens are single-use: of simultaneous uses one wins. Reuse more than 10 seconds later ends the session.
         */
        post: operations["commerceRefresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign out
         * @description API keys are no part of a session, and stay: each is revoked by `DELETE /apikey/{id}`.
         */
        post: operations["commerceLogout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show who is signed in
         * @description `emailVerified` is true only where a provider vouched for the email. Otherwise anyone may have typed it: it identifies no one, and must open nothing of its owner's.
         */
        get: operations["commerceMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/apikey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List API keys
         * @description Ours: the page only says that lost keys are revoked.
         */
        get: operations["commerceApiKeysGet"];
        put?: never;
        /**
         * Make an API key
         * @description Its scopes are among its owner's permissions. A key cannot make keys.
         */
        post: operations["commerceApiKeysPost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/apikey/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an API key
         * @description Ours.
         */
        delete: operations["commerceApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get a token for a machine, or a person's for an app
         * @description RFC 6749, 4.4, 4.1.3 and 6. The answer has its names in snake case too, which standard libraries ask for. A code needs PKCE's verifier and the `redirect_uri` that it was asked for with; it is good once, for 60 seconds. A refresh token is good once. An app without a secret names itself by `client_id` alone.
         */
        post: operations["oauthToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/introspect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask whether a token holds
         * @description RFC 7662. Of a token that is not the client's own it says the same as of none.
         */
        post: operations["oauthIntrospect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke a token
         * @description RFC 7009. A token that is not the client's own is none of its business, and no error. It takes no API key: those are revoked by `DELETE /apikey/{id}`.
         */
        post: operations["oauthRevoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/userinfo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who signed in to an app
         * @description OpenID Connect Core, 5.3: as much as the token's scopes allow. The phone is told once it is proven by a PIN.
         */
        get: operations["oauthUserInfoGet"];
        put?: never;
        /**
         * Who signed in to an app
         * @description OpenID Connect Core, 5.3: as much as the token's scopes allow. The phone is told once it is proven by a PIN.
         */
        post: operations["oauthUserInfoPost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/oauth-authorization-server": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Discover the endpoints
         * @description RFC 8414.
         */
        get: operations["oauthMetadata"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/openid-configuration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Discover the endpoints
         * @description OpenID Connect Discovery. It says the same as RFC 8414's address.
         */
        get: operations["oauthOpenid"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The public keys
         * @description RFC 7517: the one that signs, those about to, and those that lately did.
         */
        get: operations["oauthKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with Google or Apple
         * @description Google: the ID token. Apple: the authorization code. An account is made on first sign-in, and found by the provider's name for the person, never by email.
         */
        post: operations["socialLogin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Trade a refresh token for new tokens
         * @description The old one is dead. From another device, or from none, it is refused.
         */
        post: operations["socialRefresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign out
         * @description Ours: the published page has none. API keys that the account's owner made stay until they are revoked.
         */
        post: operations["socialLogout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** HandbidError */
        HandbidError: {
            /** @enum {string} */
            error: "validation_error" | "invalid_email" | "invalid_phone" | "registration_blocked" | "unauthorized" | "invalid_pin" | "captcha_failed" | "forbidden" | "not_found" | "method_not_allowed" | "email_exists" | "payload_too_large" | "rate_limited" | "server_error" | "sms_unavailable";
            message: string;
            /** @description One entry a field. */
            fields?: {
                [key: string]: string;
            };
            /** @description Seconds, as in the `Retry-After` header. */
            retryAfter?: number;
        };
        /** HandbidEmailChecked */
        HandbidEmailChecked: {
            exists: boolean;
            userFound: boolean;
        };
        /** HandbidRegistered */
        HandbidRegistered: {
            phoneLastFourDigits: string;
        };
        /** HandbidAccepted */
        HandbidAccepted: Record<string, never>;
        /** HandbidTokens */
        HandbidTokens: {
            /** @description Opaque. Send it as `Authorization: Bearer …`. */
            accessToken: string;
            /** @description Lives 90 days, longer with each refresh, a year at most. */
            refreshToken: string;
            /** @description The access token's life in seconds. */
            expiresIn: number;
        };
        /** HandbidAuction */
        HandbidAuction: {
            id: number;
            name: string;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            itemCount: number;
            /** @description Only for an authenticated caller. */
            isFavorite?: boolean;
        };
        /** HandbidAuctionPage */
        HandbidAuctionPage: {
            data: components["schemas"]["HandbidAuction"][];
            totalCount: number;
            limit: number;
            offset: number;
        };
        /** HandbidItem */
        HandbidItem: {
            id: number;
            auctionId: number;
            name: string;
            description: string;
            startingPrice: number;
            /** @description Only for an authenticated caller. */
            isFavorite?: boolean;
        };
        /** GoodCityError */
        GoodCityError: {
            errors: string | {
                pin: string;
            };
        };
        /** GoodCityKey */
        GoodCityKey: {
            /** @description 16 bytes in standard base64. The newest one counts. */
            otp_auth_key: string;
        };
        /** GoodCityAddress */
        GoodCityAddress: {
            id: number;
            street: string | null;
            flat: string | null;
            building: string | null;
            district_id: number | null;
            addressable_id: number;
            /** @constant */
            addressable_type: "User";
        };
        /** GoodCityUser */
        GoodCityUser: {
            id: number;
            first_name: string;
            last_name: string;
            /** @description Without +852. */
            mobile: string | null;
            address_id: number | null;
            permission_id: number | null;
        };
        /** GoodCityProfile */
        GoodCityProfile: {
            addresses: components["schemas"]["GoodCityAddress"][];
            permissions: {
                id: number;
                name: string;
            }[];
            user_profile: components["schemas"]["GoodCityUser"];
        };
        /** GoodCityVerified */
        GoodCityVerified: {
            /** @description Lives 30 minutes. */
            jwt_token: string;
            user: components["schemas"]["GoodCityProfile"];
        };
        /** CommerceError */
        CommerceError: {
            error: {
                /** @enum {string} */
                code: "validation_error" | "invalid_credentials" | "token_expired" | "token_revoked" | "token_invalid" | "insufficient_scope" | "forbidden" | "not_found" | "method_not_allowed" | "duplicate" | "payload_too_large" | "rate_limited" | "server_error" | "unavailable";
                message: string;
                field?: string;
            };
        };
        /** CommerceUser */
        CommerceUser: {
            id: string;
            email: string;
            /** @description False for an email that is only claimed: its owner has not proved to receive what is sent there. */
            emailVerified: boolean;
            firstName: string;
            lastName: string;
            /** Format: date-time */
            createdAt: string;
        };
        /** CommerceRegistered */
        CommerceRegistered: {
            /** @description A JWT, signed with RS256: the keys are at /.well-known/jwks.json. */
            accessToken: string;
            /** @description Works once. Lives 30 days, longer with each refresh. */
            refreshToken: string;
            /** @constant */
            tokenType: "Bearer";
            /** @description The access token's life in seconds. */
            expiresIn: number;
            scope: string;
            userId: string;
            /** Format: date-time */
            issuedAt: string;
            user: components["schemas"]["CommerceUser"];
        };
        /** CommerceTokens */
        CommerceTokens: {
            /** @description A JWT, signed with RS256: the keys are at /.well-known/jwks.json. */
            accessToken: string;
            /** @description Works once. Lives 30 days, longer with each refresh. */
            refreshToken: string;
            /** @constant */
            tokenType: "Bearer";
            /** @description The access token's life in seconds. */
            expiresIn: number;
            scope: string;
            userId: string;
            /** Format: date-time */
            issuedAt: string;
        };
        /** CommerceMe */
        CommerceMe: {
            id: string;
            /** @description Null where a provider told none. */
            email: string | null;
            /** @description False for an email that is only claimed: its owner has not proved to receive what is sent there. */
            emailVerified: boolean;
            firstName: string;
            lastName: string;
            role: string;
            permissions: string[];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            lastLoginAt: string | null;
        };
        /** CommerceApiKeyMade */
        CommerceApiKeyMade: {
            id: string;
            name: string;
            scopes: string[];
            /** Format: date-time */
            createdAt: string;
            /** @description Shown here, and never again. */
            key: string;
        };
        /** CommerceApiKey */
        CommerceApiKey: {
            id: string;
            name: string;
            scopes: string[];
            /** Format: date-time */
            createdAt: string;
            /** @description The key's last characters. */
            ending: string;
            /** Format: date-time */
            lastUsedAt: string | null;
        };
        /** OAuthError */
        OAuthError: {
            error: string;
            error_description: string;
        };
        /** OAuthToken */
        OAuthToken: {
            accessToken: string;
            /** @constant */
            tokenType: "Bearer";
            expiresIn: number;
            access_token: string;
            /** @constant */
            token_type: "Bearer";
            expires_in: number;
            scope: string;
            refresh_token?: string;
            id_token?: string;
        };
        /** OAuthIntrospection */
        OAuthIntrospection: {
            active: boolean;
            scope?: string;
            client_id?: string;
            /** @constant */
            token_type?: "Bearer";
            exp?: number;
            iat?: number;
            sub?: string;
            aud?: string;
            iss?: string;
        };
        /** OAuthUserInfo */
        OAuthUserInfo: {
            sub: string;
            name?: string;
            given_name?: string;
            family_name?: string;
            locale?: string;
            email?: string;
            email_verified?: boolean;
            phone_number?: string;
            phone_number_verified?: boolean;
        };
        /** OAuthMetadata */
        OAuthMetadata: {
            /** Format: uri */
            issuer: string;
            /** Format: uri */
            token_endpoint: string;
            /** Format: uri */
            jwks_uri: string;
            /** Format: uri */
            introspection_endpoint: string;
            /** Format: uri */
            revocation_endpoint: string;
            /** Format: uri */
            authorization_endpoint: string;
            /** Format: uri */
            userinfo_endpoint: string;
            /** Format: uri */
            end_session_endpoint: string;
            response_types_supported: string[];
            response_modes_supported: string[];
            grant_types_supported: string[];
            code_challenge_methods_supported: string[];
            authorization_response_iss_parameter_supported: boolean;
            scopes_supported: string[];
            subject_types_supported: string[];
            id_token_signing_alg_values_supported: string[];
            acr_values_supported: string[];
            claims_supported: string[];
            backchannel_logout_supported: boolean;
            backchannel_logout_session_supported: boolean;
            prompt_values_supported: string[];
            ui_locales_supported: string[];
            claims_parameter_supported: boolean;
            request_parameter_supported: boolean;
            request_uri_parameter_supported: boolean;
            token_endpoint_auth_methods_supported: string[];
            introspection_endpoint_auth_methods_supported: string[];
            revocation_endpoint_auth_methods_supported: string[];
        };
        /** OAuthKeys */
        OAuthKeys: {
            keys: {
                /** @constant */
                kty: "RSA";
                n: string;
                e: string;
                kid: string;
                /** @constant */
                alg: "RS256";
                /** @constant */
                use: "sig";
            }[];
        };
        /** SocialError */
        SocialError: {
            status: number;
            error: {
                code: string;
                message: string;
            };
        };
        /** SocialTokens */
        SocialTokens: {
            /** @constant */
            status: 200;
            data: {
                /** @description A JWT. Lives an hour. */
                access_token: string;
                /** @description Unix time in milliseconds, as text. */
                expire_at: string;
                /** @description Opaque. Lives 3 months, longer with each refresh. */
                refresh_token: string;
                /** @description A Snowflake of 64 bits, as text. */
                user_id: string;
            };
        };
        /** SocialDone */
        SocialDone: {
            /** @constant */
            status: 200;
            data: Record<string, never>;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    handbidEmailCheck: {
        parameters: {
            query?: never;
            header?: {
                /** @description The OAuth client id that tokens belong to; `web` if absent. */
                "X-Client-Id"?: "ios" | "android" | "web" | "ogac" | "vt" | "connectNGo" | "zap";
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @description An RFC 5321 mailbox.
                     */
                    email: string;
                    /** @description 1 is Handbid, and what an absent one means. */
                    whitelabelId?: number;
                    /** @description A reCAPTCHA v3 token of the action `login`. Without one, 10 requests per 5 minutes and address. */
                    captchaToken?: string | null;
                };
                "application/x-www-form-urlencoded": {
                    /**
                     * Format: email
                     * @description An RFC 5321 mailbox.
                     */
                    email: string;
                    /** @description 1 is Handbid, and what an absent one means. */
                    whitelabelId?: number;
                    /** @description A reCAPTCHA v3 token of the action `login`. Without one, 10 requests per 5 minutes and address. */
                    captchaToken?: string | null;
                };
            };
        };
        responses: {
            /** @description The same boolean under both published names. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidEmailChecked"];
                };
            };
            /** @description A field is missing or malformed. Neither a JSON object nor a form. No mailbox could have this email. A field that breaks a rule of ours. Registration is closed here, or no text messages are sent there. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description A browser's page of an origin that is not listed: it may read, and do nothing. The captcha was answered for, and badly. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description More than 64 KiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description A limit was reached. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    /** @description The limit that was reached (draft-ietf-httpapi-ratelimit-headers). */
                    "RateLimit-Policy": string;
                    /** @description What is left of the limit that was reached (draft-ietf-httpapi-ratelimit-headers). */
                    RateLimit: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description Our fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description More to do at once than there is room for, or what it needs is out of reach just now. No sender took the message, or what guards the bill is out of reach. */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
        };
    };
    handbidRegister: {
        parameters: {
            query?: never;
            header?: {
                /** @description The OAuth client id that tokens belong to; `web` if absent. */
                "X-Client-Id"?: "ios" | "android" | "web" | "ogac" | "vt" | "connectNGo" | "zap";
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    firstName: string;
                    lastName: string;
                    /**
                     * Format: email
                     * @description An RFC 5321 mailbox.
                     */
                    email: string;
                    /** @description E.164 (`+13035551234`), international (`13035551234`) or local (`3035551234`). */
                    mobile: string;
                    /** @description ISO 3166-1 alpha-2; a hint for a local number. */
                    countryCode: string;
                    /** @description A reCAPTCHA v3 token of the action `signup`. Without one, 10 requests per 5 minutes and address. */
                    captchaToken?: string | null;
                    /** @description 1 is Handbid. OGAC (4) is blocked. */
                    whitelabelId: number;
                } | {
                    firstname: string;
                    lastname: string;
                    /**
                     * Format: email
                     * @description An RFC 5321 mailbox.
                     */
                    email: string;
                    /** @description E.164 (`+13035551234`), international (`13035551234`) or local (`3035551234`). */
                    mobile: string;
                    /** @description ISO 3166-1 alpha-2; a hint for a local number. */
                    countryCode: string;
                    /** @description A reCAPTCHA v3 token of the action `signup`. Without one, 10 requests per 5 minutes and address. */
                    captchaToken?: string | null;
                    /** @description 1 is Handbid. OGAC (4) is blocked. */
                    whitelabelId?: number;
                };
                "application/x-www-form-urlencoded": {
                    firstName: string;
                    lastName: string;
                    /**
                     * Format: email
                     * @description An RFC 5321 mailbox.
                     */
                    email: string;
                    /** @description E.164 (`+13035551234`), international (`13035551234`) or local (`3035551234`). */
                    mobile: string;
                    /** @description ISO 3166-1 alpha-2; a hint for a local number. */
                    countryCode: string;
                    /** @description A reCAPTCHA v3 token of the action `signup`. Without one, 10 requests per 5 minutes and address. */
                    captchaToken?: string | null;
                    /** @description 1 is Handbid. OGAC (4) is blocked. */
                    whitelabelId: number;
                } | {
                    firstname: string;
                    lastname: string;
                    /**
                     * Format: email
                     * @description An RFC 5321 mailbox.
                     */
                    email: string;
                    /** @description E.164 (`+13035551234`), international (`13035551234`) or local (`3035551234`). */
                    mobile: string;
                    /** @description ISO 3166-1 alpha-2; a hint for a local number. */
                    countryCode: string;
                    /** @description A reCAPTCHA v3 token of the action `signup`. Without one, 10 requests per 5 minutes and address. */
                    captchaToken?: string | null;
                    /** @description 1 is Handbid. OGAC (4) is blocked. */
                    whitelabelId?: number;
                };
            };
        };
        responses: {
            /** @description The PIN is on its way to this phone. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidRegistered"];
                };
            };
            /** @description A field is missing or malformed. Neither a JSON object nor a form. A field that breaks a rule of ours. No mailbox could have this email. No mobile phone number. Registration is closed here, or no text messages are sent there. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description A browser's page of an origin that is not listed: it may read, and do nothing. The captcha was answered for, and badly. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description The email has an account. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description More than 64 KiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description Too soon after the last text message. A limit was reached. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    /** @description The limit that was reached (draft-ietf-httpapi-ratelimit-headers). */
                    "RateLimit-Policy": string;
                    /** @description What is left of the limit that was reached (draft-ietf-httpapi-ratelimit-headers). */
                    RateLimit: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description Our fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description More to do at once than there is room for, or what it needs is out of reach just now. No sender took the message, or what guards the bill is out of reach. */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
        };
    };
    handbidResendPin: {
        parameters: {
            query?: never;
            header?: {
                /** @description The OAuth client id that tokens belong to; `web` if absent. */
                "X-Client-Id"?: "ios" | "android" | "web" | "ogac" | "vt" | "connectNGo" | "zap";
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @description An RFC 5321 mailbox.
                     */
                    email: string;
                    /** @description A reCAPTCHA v3 token of the action `login`. Without one, 10 requests per 5 minutes and address. */
                    captchaToken?: string | null;
                };
                "application/x-www-form-urlencoded": {
                    /**
                     * Format: email
                     * @description An RFC 5321 mailbox.
                     */
                    email: string;
                    /** @description A reCAPTCHA v3 token of the action `login`. Without one, 10 requests per 5 minutes and address. */
                    captchaToken?: string | null;
                };
            };
        };
        responses: {
            /** @description If the email has an account, the PIN is on its way. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidAccepted"];
                };
            };
            /** @description A field is missing or malformed. Neither a JSON object nor a form. No mailbox could have this email. No mobile phone number. Registration is closed here, or no text messages are sent there. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description A browser's page of an origin that is not listed: it may read, and do nothing. The captcha was answered for, and badly. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description More than 64 KiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description Too soon after the last text message. A limit was reached. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    /** @description The limit that was reached (draft-ietf-httpapi-ratelimit-headers). */
                    "RateLimit-Policy": string;
                    /** @description What is left of the limit that was reached (draft-ietf-httpapi-ratelimit-headers). */
                    RateLimit: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description Our fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description More to do at once than there is room for, or what it needs is out of reach just now. No sender took the message, or what guards the bill is out of reach. */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
        };
    };
    handbidVerifyPin: {
        parameters: {
            query?: never;
            header?: {
                /** @description The OAuth client id that tokens belong to; `web` if absent. */
                "X-Client-Id"?: "ios" | "android" | "web" | "ogac" | "vt" | "connectNGo" | "zap";
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @description An RFC 5321 mailbox.
                     */
                    email: string;
                    /** @description Spaces, dashes and full-width digits are accepted. */
                    pin: string;
                    /** @description The one that the PIN was asked for; 1 if absent. */
                    whitelabelId?: number;
                };
                "application/x-www-form-urlencoded": {
                    /**
                     * Format: email
                     * @description An RFC 5321 mailbox.
                     */
                    email: string;
                    /** @description Spaces, dashes and full-width digits are accepted. */
                    pin: string;
                    /** @description The one that the PIN was asked for; 1 if absent. */
                    whitelabelId?: number;
                };
            };
        };
        responses: {
            /** @description Signed in. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidTokens"];
                };
            };
            /** @description A field is missing or malformed. Neither a JSON object nor a form. A field that breaks a rule of ours. No mailbox could have this email. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description Wrong, expired, used or never sent. */
            401: {
                headers: {
                    /** @description How to show who you are (RFC 6750, section 3). */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description A browser's page of an origin that is not listed: it may read, and do nothing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description The email has an account. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description More than 64 KiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description The PIN died of wrong tries. A limit was reached. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    /** @description The limit that was reached (draft-ietf-httpapi-ratelimit-headers). */
                    "RateLimit-Policy": string;
                    /** @description What is left of the limit that was reached (draft-ietf-httpapi-ratelimit-headers). */
                    RateLimit: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description Our fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description More to do at once than there is room for, or what it needs is out of reach just now. */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
        };
    };
    handbidRefreshToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description The OAuth client id that tokens belong to; `web` if absent. */
                "X-Client-Id"?: "ios" | "android" | "web" | "ogac" | "vt" | "connectNGo" | "zap";
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    refreshToken: string;
                };
                "application/x-www-form-urlencoded": {
                    refreshToken: string;
                };
            };
        };
        responses: {
            /** @description Rotated. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidTokens"];
                };
            };
            /** @description A field is missing or malformed. Neither a JSON object nor a form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description The token does not hold. */
            401: {
                headers: {
                    /** @description How to show who you are (RFC 6750, section 3). */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description A browser's page of an origin that is not listed: it may read, and do nothing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description More than 64 KiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description A limit was reached. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    /** @description The limit that was reached (draft-ietf-httpapi-ratelimit-headers). */
                    "RateLimit-Policy": string;
                    /** @description What is left of the limit that was reached (draft-ietf-httpapi-ratelimit-headers). */
                    RateLimit: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description Our fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description More to do at once than there is room for, or what it needs is out of reach just now. */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
        };
    };
    handbidRevoke: {
        parameters: {
            query?: never;
            header?: {
                /** @description The OAuth client id that tokens belong to; `web` if absent. */
                "X-Client-Id"?: "ios" | "android" | "web" | "ogac" | "vt" | "connectNGo" | "zap";
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    refreshToken: string;
                };
                "application/x-www-form-urlencoded": {
                    refreshToken: string;
                };
            };
        };
        responses: {
            /** @description The session is over, its access token too. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A field is missing or malformed. Neither a JSON object nor a form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description A browser's page of an origin that is not listed: it may read, and do nothing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description More than 64 KiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description Our fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description More to do at once than there is room for, or what it needs is out of reach just now. */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
        };
    };
    handbidLogout: {
        parameters: {
            query?: never;
            header?: {
                /** @description The OAuth client id that tokens belong to; `web` if absent. */
                "X-Client-Id"?: "ios" | "android" | "web" | "ogac" | "vt" | "connectNGo" | "zap";
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session is over at once. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A field is missing or malformed. Neither a JSON object nor a form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description The token does not hold. */
            401: {
                headers: {
                    /** @description How to show who you are (RFC 6750, section 3). */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description A browser's page of an origin that is not listed: it may read, and do nothing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description More than 64 KiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description Our fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description More to do at once than there is room for, or what it needs is out of reach just now. */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
        };
    };
    handbidAuctions: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
            };
            header?: {
                /** @description The OAuth client id that tokens belong to; `web` if absent. */
                "X-Client-Id"?: "ios" | "android" | "web" | "ogac" | "vt" | "connectNGo" | "zap";
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidAuctionPage"];
                };
            };
            /** @description A field is missing or malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description The token does not hold. */
            401: {
                headers: {
                    /** @description How to show who you are (RFC 6750, section 3). */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description A limit was reached. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    /** @description The limit that was reached (draft-ietf-httpapi-ratelimit-headers). */
                    "RateLimit-Policy": string;
                    /** @description What is left of the limit that was reached (draft-ietf-httpapi-ratelimit-headers). */
                    RateLimit: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description Our fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description More to do at once than there is room for, or what it needs is out of reach just now. */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
        };
    };
    handbidAuction: {
        parameters: {
            query?: never;
            header?: {
                /** @description The OAuth client id that tokens belong to; `web` if absent. */
                "X-Client-Id"?: "ios" | "android" | "web" | "ogac" | "vt" | "connectNGo" | "zap";
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The auction. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidAuction"];
                };
            };
            /** @description A field is missing or malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description The token does not hold. */
            401: {
                headers: {
                    /** @description How to show who you are (RFC 6750, section 3). */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description A limit was reached. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    /** @description The limit that was reached (draft-ietf-httpapi-ratelimit-headers). */
                    "RateLimit-Policy": string;
                    /** @description What is left of the limit that was reached (draft-ietf-httpapi-ratelimit-headers). */
                    RateLimit: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description Our fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description More to do at once than there is room for, or what it needs is out of reach just now. */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
        };
    };
    handbidItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The OAuth client id that tokens belong to; `web` if absent. */
                "X-Client-Id"?: "ios" | "android" | "web" | "ogac" | "vt" | "connectNGo" | "zap";
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The item. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidItem"];
                };
            };
            /** @description A field is missing or malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description The token does not hold. */
            401: {
                headers: {
                    /** @description How to show who you are (RFC 6750, section 3). */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description A limit was reached. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    /** @description The limit that was reached (draft-ietf-httpapi-ratelimit-headers). */
                    "RateLimit-Policy": string;
                    /** @description What is left of the limit that was reached (draft-ietf-httpapi-ratelimit-headers). */
                    RateLimit: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description Our fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description More to do at once than there is room for, or what it needs is out of reach just now. */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
        };
    };
    handbidAuctionFavoritePut: {
        parameters: {
            query?: never;
            header?: {
                /** @description The OAuth client id that tokens belong to; `web` if absent. */
                "X-Client-Id"?: "ios" | "android" | "web" | "ogac" | "vt" | "connectNGo" | "zap";
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A field is missing or malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description The token does not hold. */
            401: {
                headers: {
                    /** @description How to show who you are (RFC 6750, section 3). */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description A browser's page of an origin that is not listed: it may read, and do nothing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description A limit was reached. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    /** @description The limit that was reached (draft-ietf-httpapi-ratelimit-headers). */
                    "RateLimit-Policy": string;
                    /** @description What is left of the limit that was reached (draft-ietf-httpapi-ratelimit-headers). */
                    RateLimit: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description Our fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description More to do at once than there is room for, or what it needs is out of reach just now. */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
        };
    };
    handbidAuctionFavoriteDelete: {
        parameters: {
            query?: never;
            header?: {
                /** @description The OAuth client id that tokens belong to; `web` if absent. */
                "X-Client-Id"?: "ios" | "android" | "web" | "ogac" | "vt" | "connectNGo" | "zap";
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A field is missing or malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description The token does not hold. */
            401: {
                headers: {
                    /** @description How to show who you are (RFC 6750, section 3). */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description A browser's page of an origin that is not listed: it may read, and do nothing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description A limit was reached. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    /** @description The limit that was reached (draft-ietf-httpapi-ratelimit-headers). */
                    "RateLimit-Policy": string;
                    /** @description What is left of the limit that was reached (draft-ietf-httpapi-ratelimit-headers). */
                    RateLimit: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description Our fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description More to do at once than there is room for, or what it needs is out of reach just now. */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
        };
    };
    handbidItemFavoritePut: {
        parameters: {
            query?: never;
            header?: {
                /** @description The OAuth client id that tokens belong to; `web` if absent. */
                "X-Client-Id"?: "ios" | "android" | "web" | "ogac" | "vt" | "connectNGo" | "zap";
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A field is missing or malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description The token does not hold. */
            401: {
                headers: {
                    /** @description How to show who you are (RFC 6750, section 3). */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description A browser's page of an origin that is not listed: it may read, and do nothing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description A limit was reached. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    /** @description The limit that was reached (draft-ietf-httpapi-ratelimit-headers). */
                    "RateLimit-Policy": string;
                    /** @description What is left of the limit that was reached (draft-ietf-httpapi-ratelimit-headers). */
                    RateLimit: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description Our fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description More to do at once than there is room for, or what it needs is out of reach just now. */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
        };
    };
    handbidItemFavoriteDelete: {
        parameters: {
            query?: never;
            header?: {
                /** @description The OAuth client id that tokens belong to; `web` if absent. */
                "X-Client-Id"?: "ios" | "android" | "web" | "ogac" | "vt" | "connectNGo" | "zap";
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A field is missing or malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description The token does not hold. */
            401: {
                headers: {
                    /** @description How to show who you are (RFC 6750, section 3). */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description A browser's page of an origin that is not listed: it may read, and do nothing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description A limit was reached. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    /** @description The limit that was reached (draft-ietf-httpapi-ratelimit-headers). */
                    "RateLimit-Policy": string;
                    /** @description What is left of the limit that was reached (draft-ietf-httpapi-ratelimit-headers). */
                    RateLimit: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description Our fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
            /** @description More to do at once than there is room for, or what it needs is out of reach just now. */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbidError"];
                };
            };
        };
    };
    goodcitySendPin: {
        parameters: {
            query?: never;
            header?: {
                /** @description Which app calls: `app` if absent. `.goodcity` at its end is ignored. */
                "X-GOODCITY-APP-NAME"?: string;
                /** @description Not looked at. */
                "X-GOODCITY-APP-VERSION"?: string;
                /** @description Not looked at. */
                "X-GOODCITY-APP-SHA"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    mobile: string;
                };
                "application/x-www-form-urlencoded": {
                    mobile: string;
                };
            };
        };
        responses: {
            /** @description If the number has an account, the PIN is on its way. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoodCityKey"];
                };
            };
            /** @description Neither a JSON object nor a form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoodCityError"];
                };
            };
            /** @description A field is missing or malformed. A browser's page of an origin that is not listed: it may read, and do nothing. Registration is closed here, or no text messages are sent there. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoodCityError"];
                };
            };
            /** @description More than 64 KiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoodCityError"];
                };
            };
            /** @description A field is missing or malformed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoodCityError"];
                };
            };
            /** @description Too soon after the last text message. A limit was reached. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    /** @description The limit that was reached (draft-ietf-httpapi-ratelimit-headers). */
                    "RateLimit-Policy": string;
                    /** @description What is left of the limit that was reached (draft-ietf-httpapi-ratelimit-headers). */
                    RateLimit: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoodCityError"];
                };
            };
            /** @description Our fault. More to do at once than there is room for, or what it needs is out of reach just now. No sender took the message, or what guards the bill is out of reach. */
            500: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoodCityError"];
                };
            };
        };
    };
    goodcitySignup: {
        parameters: {
            query?: never;
            header?: {
                /** @description Which app calls: `app` if absent. `.goodcity` at its end is ignored. */
                "X-GOODCITY-APP-NAME"?: string;
                /** @description Not looked at. */
                "X-GOODCITY-APP-VERSION"?: string;
                /** @description Not looked at. */
                "X-GOODCITY-APP-SHA"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    user_auth: {
                        mobile: string;
                        first_name: string;
                        last_name: string;
                        address_attributes: {
                            /** @description A number as text. It goes out as a number. */
                            district_id: string | null;
                            /**
                             * @description `Profile` if absent.
                             * @enum {string}
                             */
                            address_type: "Profile" | "Collection";
                        };
                    };
                };
                "application/x-www-form-urlencoded": {
                    user_auth: {
                        mobile: string;
                        first_name: string;
                        last_name: string;
                        address_attributes: {
                            /** @description A number as text. It goes out as a number. */
                            district_id: string | null;
                            /**
                             * @description `Profile` if absent.
                             * @enum {string}
                             */
                            address_type: "Profile" | "Collection";
                        };
                    };
                };
            };
        };
        responses: {
            /** @description The PIN is on its way. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoodCityKey"];
                };
            };
            /** @description Neither a JSON object nor a form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoodCityError"];
                };
            };
            /** @description A field is missing or malformed. A browser's page of an origin that is not listed: it may read, and do nothing. Registration is closed here, or no text messages are sent there. The captcha was answered for, and badly. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoodCityError"];
                };
            };
            /** @description More than 64 KiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoodCityError"];
                };
            };
            /** @description A field is missing or malformed. A field that breaks a rule of ours. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoodCityError"];
                };
            };
            /** @description Too soon after the last text message. A limit was reached. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    /** @description The limit that was reached (draft-ietf-httpapi-ratelimit-headers). */
                    "RateLimit-Policy": string;
                    /** @description What is left of the limit that was reached (draft-ietf-httpapi-ratelimit-headers). */
                    RateLimit: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoodCityError"];
                };
            };
            /** @description Our fault. More to do at once than there is room for, or what it needs is out of reach just now. No sender took the message, or what guards the bill is out of reach. */
            500: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoodCityError"];
                };
            };
        };
    };
    goodcityVerify: {
        parameters: {
            query?: never;
            header?: {
                /** @description Which app calls: `app` if absent. `.goodcity` at its end is ignored. */
                "X-GOODCITY-APP-NAME"?: string;
                /** @description Not looked at. */
                "X-GOODCITY-APP-VERSION"?: string;
                /** @description Not looked at. */
                "X-GOODCITY-APP-SHA"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    otp_auth_key?: string;
                    /** @description 4 digits. */
                    pin?: string;
                };
                "application/x-www-form-urlencoded": {
                    otp_auth_key?: string;
                    /** @description 4 digits. */
                    pin?: string;
                };
            };
        };
        responses: {
            /** @description Signed in. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoodCityVerified"];
                };
            };
            /** @description Neither a JSON object nor a form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoodCityError"];
                };
            };
            /** @description A field is missing or malformed. A browser's page of an origin that is not listed: it may read, and do nothing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoodCityError"];
                };
            };
            /** @description More than 64 KiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoodCityError"];
                };
            };
            /** @description Wrong, expired, used or never sent. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoodCityError"];
                };
            };
            /** @description A limit was reached. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    /** @description The limit that was reached (draft-ietf-httpapi-ratelimit-headers). */
                    "RateLimit-Policy": string;
                    /** @description What is left of the limit that was reached (draft-ietf-httpapi-ratelimit-headers). */
                    RateLimit: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoodCityError"];
                };
            };
            /** @description Our fault. More to do at once than there is room for, or what it needs is out of reach just now. */
            500: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoodCityError"];
                };
            };
        };
    };
    goodcityCurrentUserProfile: {
        parameters: {
            query?: never;
            header?: {
                /** @description Which app calls: `app` if absent. `.goodcity` at its end is ignored. */
                "X-GOODCITY-APP-NAME"?: string;
                /** @description Not looked at. */
                "X-GOODCITY-APP-VERSION"?: string;
                /** @description Not looked at. */
                "X-GOODCITY-APP-SHA"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The profile. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoodCityProfile"];
                };
            };
            /** @description The token does not hold. */
            401: {
                headers: {
                    /** @description How to show who you are (RFC 6750, section 3). */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoodCityError"];
                };
            };
            /** @description A field is missing or malformed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoodCityError"];
                };
            };
            /** @description Our fault. More to do at once than there is room for, or what it needs is out of reach just now. */
            500: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoodCityError"];
                };
            };
        };
    };
    goodcityRegisterDevice: {
        parameters: {
            query?: never;
            header?: {
                /** @description Which app calls: `app` if absent. `.goodcity` at its end is ignored. */
                "X-GOODCITY-APP-NAME"?: string;
                /** @description Not looked at. */
                "X-GOODCITY-APP-VERSION"?: string;
                /** @description Not looked at. */
                "X-GOODCITY-APP-SHA"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    handle: string;
                    /** @enum {string} */
                    platform: "gcm" | "fcm" | "aps";
                };
                "application/x-www-form-urlencoded": {
                    handle: string;
                    /** @enum {string} */
                    platform: "gcm" | "fcm" | "aps";
                };
            };
        };
        responses: {
            /** @description Noted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A field is missing or malformed. Neither a JSON object nor a form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoodCityError"];
                };
            };
            /** @description The token does not hold. */
            401: {
                headers: {
                    /** @description How to show who you are (RFC 6750, section 3). */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoodCityError"];
                };
            };
            /** @description A field is missing or malformed. A browser's page of an origin that is not listed: it may read, and do nothing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoodCityError"];
                };
            };
            /** @description More than 64 KiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoodCityError"];
                };
            };
            /** @description A limit was reached. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    /** @description The limit that was reached (draft-ietf-httpapi-ratelimit-headers). */
                    "RateLimit-Policy": string;
                    /** @description What is left of the limit that was reached (draft-ietf-httpapi-ratelimit-headers). */
                    RateLimit: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoodCityError"];
                };
            };
            /** @description Our fault. More to do at once than there is room for, or what it needs is out of reach just now. */
            500: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoodCityError"];
                };
            };
        };
    };
    commerceRegister: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    /** @description Any characters; none of the 10,000 most common passwords. */
                    password: string;
                    firstName: string;
                    lastName: string;
                };
                "application/x-www-form-urlencoded": {
                    /** Format: email */
                    email: string;
                    /** @description Any characters; none of the 10,000 most common passwords. */
                    password: string;
                    firstName: string;
                    lastName: string;
                };
            };
        };
        responses: {
            /** @description Joined and signed in. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceRegistered"];
                };
            };
            /** @description A field is missing or malformed. Neither a JSON object nor a form. No mailbox could have this email. A field that breaks a rule of ours. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceError"];
                };
            };
            /** @description A browser's page of an origin that is not listed: it may read, and do nothing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceError"];
                };
            };
            /** @description The email has an account. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceError"];
                };
            };
            /** @description More than 64 KiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceError"];
                };
            };
            /** @description A limit was reached. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    /** @description The limit that was reached (draft-ietf-httpapi-ratelimit-headers). */
                    "RateLimit-Policy": string;
                    /** @description What is left of the limit that was reached (draft-ietf-httpapi-ratelimit-headers). */
                    RateLimit: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceError"];
                };
            };
            /** @description Our fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceError"];
                };
            };
            /** @description More to do at once than there is room for, or what it needs is out of reach just now. */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceError"];
                };
            };
        };
    };
    commerceLogin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    password: string;
                };
                "application/x-www-form-urlencoded": {
                    /** Format: email */
                    email: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Signed in. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceTokens"];
                };
            };
            /** @description A field is missing or malformed. Neither a JSON object nor a form. No mailbox could have this email. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceError"];
                };
            };
            /** @description Wrong email or password. */
            401: {
                headers: {
                    /** @description How to show who you are (RFC 6750, section 3). */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceError"];
                };
            };
            /** @description A browser's page of an origin that is not listed: it may read, and do nothing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceError"];
                };
            };
            /** @description More than 64 KiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceError"];
                };
            };
            /** @description A limit was reached. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    /** @description The limit that was reached (draft-ietf-httpapi-ratelimit-headers). */
                    "RateLimit-Policy": string;
                    /** @description What is left of the limit that was reached (draft-ietf-httpapi-ratelimit-headers). */
                    RateLimit: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceError"];
                };
            };
            /** @description Our fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceError"];
                };
            };
            /** @description More to do at once than there is room for, or what it needs is out of reach just now. */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceError"];
                };
            };
        };
    };
    commerceRefresh: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    refreshToken: string;
                };
                "application/x-www-form-urlencoded": {
                    refreshToken: string;
                };
            };
        };
        responses: {
            /** @description Rotated. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceTokens"];
                };
            };
            /** @description A field is missing or malformed. Neither a JSON object nor a form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceError"];
                };
            };
            /** @description The token does not hold. */
            401: {
                headers: {
                    /** @description How to show who you are (RFC 6750, section 3). */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceError"];
                };
            };
            /** @description A browser's page of an origin that is not listed: it may read, and do nothing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceError"];
                };
            };
            /** @description More than 64 KiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceError"];
                };
            };
            /** @description A limit was reached. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    /** @description The limit that was reached (draft-ietf-httpapi-ratelimit-headers). */
                    "RateLimit-Policy": string;
                    /** @description What is left of the limit that was reached (draft-ietf-httpapi-ratelimit-headers). */
                    RateLimit: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceError"];
                };
            };
            /** @description Our fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceError"];
                };
            };
            /** @description More to do at once than there is room for, or what it needs is out of reach just now. */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceError"];
                };
            };
        };
    };
    commerceLogout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The access token and its refresh token are dead at once. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Neither a JSON object nor a form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceError"];
                };
            };
            /** @description The token does not hold. */
            401: {
                headers: {
                    /** @description How to show who you are (RFC 6750, section 3). */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceError"];
                };
            };
            /** @description A browser's page of an origin that is not listed: it may read, and do nothing. The token is not good for this. */
            403: {
                headers: {
                    /** @description How to show who you are (RFC 6750, section 3). */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceError"];
                };
            };
            /** @description More than 64 KiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceError"];
                };
            };
            /** @description Our fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceError"];
                };
            };
            /** @description More to do at once than there is room for, or what it needs is out of reach just now. */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceError"];
                };
            };
        };
    };
    commerceMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceMe"];
                };
            };
            /** @description The token does not hold. */
            401: {
                headers: {
                    /** @description How to show who you are (RFC 6750, section 3). */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceError"];
                };
            };
            /** @description The token is not good for this. */
            403: {
                headers: {
                    /** @description How to show who you are (RFC 6750, section 3). */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceError"];
                };
            };
            /** @description Our fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceError"];
                };
            };
            /** @description More to do at once than there is room for, or what it needs is out of reach just now. */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceError"];
                };
            };
        };
    };
    commerceApiKeysGet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceApiKey"][];
                };
            };
            /** @description The token does not hold. */
            401: {
                headers: {
                    /** @description How to show who you are (RFC 6750, section 3). */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceError"];
                };
            };
            /** @description The token is not good for this. */
            403: {
                headers: {
                    /** @description How to show who you are (RFC 6750, section 3). */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceError"];
                };
            };
            /** @description Our fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceError"];
                };
            };
            /** @description More to do at once than there is room for, or what it needs is out of reach just now. */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceError"];
                };
            };
        };
    };
    commerceApiKeysPost: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @description As in `read:products`. */
                    scopes: string[];
                };
                "application/x-www-form-urlencoded": {
                    name: string;
                    /** @description As in `read:products`. */
                    scopes: string[];
                };
            };
        };
        responses: {
            /** @description The key. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceApiKeyMade"];
                };
            };
            /** @description A field is missing or malformed. Neither a JSON object nor a form. A field that breaks a rule of ours. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceError"];
                };
            };
            /** @description The token does not hold. */
            401: {
                headers: {
                    /** @description How to show who you are (RFC 6750, section 3). */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceError"];
                };
            };
            /** @description A browser's page of an origin that is not listed: it may read, and do nothing. The token is not good for this. */
            403: {
                headers: {
                    /** @description How to show who you are (RFC 6750, section 3). */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceError"];
                };
            };
            /** @description More than 64 KiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceError"];
                };
            };
            /** @description A limit was reached. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    /** @description The limit that was reached (draft-ietf-httpapi-ratelimit-headers). */
                    "RateLimit-Policy": string;
                    /** @description What is left of the limit that was reached (draft-ietf-httpapi-ratelimit-headers). */
                    RateLimit: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceError"];
                };
            };
            /** @description Our fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceError"];
                };
            };
            /** @description More to do at once than there is room for, or what it needs is out of reach just now. */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceError"];
                };
            };
        };
    };
    commerceApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key is dead at once. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The token does not hold. */
            401: {
                headers: {
                    /** @description How to show who you are (RFC 6750, section 3). */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceError"];
                };
            };
            /** @description A browser's page of an origin that is not listed: it may read, and do nothing. The token is not good for this. */
            403: {
                headers: {
                    /** @description How to show who you are (RFC 6750, section 3). */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceError"];
                };
            };
            /** @description There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceError"];
                };
            };
            /** @description Our fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceError"];
                };
            };
            /** @description More to do at once than there is room for, or what it needs is out of reach just now. */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceError"];
                };
            };
        };
    };
    oauthToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @enum {string} */
                    grant_type: "client_credentials" | "authorization_code" | "refresh_token";
                    /** @description With spaces between; all that the client may have if absent. */
                    scope?: string;
                    /** @description What the app was handed at its `redirect_uri`. */
                    code?: string;
                    redirect_uri?: string;
                    /** @description RFC 7636: what the code's challenge was made of. */
                    code_verifier?: string;
                    refresh_token?: string;
                    client_id?: string;
                    client_secret?: string;
                };
                "application/json": {
                    /** @enum {string} */
                    grant_type: "client_credentials" | "authorization_code" | "refresh_token";
                    /** @description With spaces between; all that the client may have if absent. */
                    scope?: string;
                    /** @description What the app was handed at its `redirect_uri`. */
                    code?: string;
                    redirect_uri?: string;
                    /** @description RFC 7636: what the code's challenge was made of. */
                    code_verifier?: string;
                    refresh_token?: string;
                    client_id?: string;
                    client_secret?: string;
                };
            };
        };
        responses: {
            /** @description A machine's token of two hours; or a person's of one hour, with a refresh token and, for a code, an ID token. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthToken"];
                };
            };
            /** @description A field is missing or malformed. Neither a JSON object nor a form. Unknown client, or wrong secret. A code or refresh token that is not good, or not for this. A scope that the caller may not have. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthError"];
                };
            };
            /** @description Unknown client, or wrong secret. */
            401: {
                headers: {
                    /** @description How to show who you are (RFC 6750, section 3). */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthError"];
                };
            };
            /** @description A browser's page of an origin that is not listed: it may read, and do nothing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthError"];
                };
            };
            /** @description More than 64 KiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthError"];
                };
            };
            /** @description A limit was reached. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    /** @description The limit that was reached (draft-ietf-httpapi-ratelimit-headers). */
                    "RateLimit-Policy": string;
                    /** @description What is left of the limit that was reached (draft-ietf-httpapi-ratelimit-headers). */
                    RateLimit: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthError"];
                };
            };
            /** @description Our fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthError"];
                };
            };
            /** @description More to do at once than there is room for, or what it needs is out of reach just now. */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthError"];
                };
            };
        };
    };
    oauthIntrospect: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    token: string;
                    client_id?: string;
                    client_secret?: string;
                };
                "application/json": {
                    token: string;
                    client_id?: string;
                    client_secret?: string;
                };
            };
        };
        responses: {
            /** @description What is known. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthIntrospection"];
                };
            };
            /** @description A field is missing or malformed. Neither a JSON object nor a form. Unknown client, or wrong secret. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthError"];
                };
            };
            /** @description Unknown client, or wrong secret. */
            401: {
                headers: {
                    /** @description How to show who you are (RFC 6750, section 3). */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthError"];
                };
            };
            /** @description A browser's page of an origin that is not listed: it may read, and do nothing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthError"];
                };
            };
            /** @description More than 64 KiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthError"];
                };
            };
            /** @description A limit was reached. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    /** @description The limit that was reached (draft-ietf-httpapi-ratelimit-headers). */
                    "RateLimit-Policy": string;
                    /** @description What is left of the limit that was reached (draft-ietf-httpapi-ratelimit-headers). */
                    RateLimit: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthError"];
                };
            };
            /** @description Our fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthError"];
                };
            };
            /** @description More to do at once than there is room for, or what it needs is out of reach just now. */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthError"];
                };
            };
        };
    };
    oauthRevoke: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    token: string;
                    client_id?: string;
                    client_secret?: string;
                };
                "application/json": {
                    token: string;
                    client_id?: string;
                    client_secret?: string;
                };
            };
        };
        responses: {
            /** @description It is dead, or was none. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A field is missing or malformed. Neither a JSON object nor a form. Unknown client, or wrong secret. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthError"];
                };
            };
            /** @description Unknown client, or wrong secret. */
            401: {
                headers: {
                    /** @description How to show who you are (RFC 6750, section 3). */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthError"];
                };
            };
            /** @description A browser's page of an origin that is not listed: it may read, and do nothing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthError"];
                };
            };
            /** @description More than 64 KiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthError"];
                };
            };
            /** @description A limit was reached. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    /** @description The limit that was reached (draft-ietf-httpapi-ratelimit-headers). */
                    "RateLimit-Policy": string;
                    /** @description What is left of the limit that was reached (draft-ietf-httpapi-ratelimit-headers). */
                    RateLimit: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthError"];
                };
            };
            /** @description Our fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthError"];
                };
            };
            /** @description More to do at once than there is room for, or what it needs is out of reach just now. */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthError"];
                };
            };
        };
    };
    oauthUserInfoGet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the app may know. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthUserInfo"];
                };
            };
            /** @description The token does not hold. */
            401: {
                headers: {
                    /** @description How to show who you are (RFC 6750, section 3). */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthError"];
                };
            };
            /** @description Our fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthError"];
                };
            };
            /** @description More to do at once than there is room for, or what it needs is out of reach just now. */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthError"];
                };
            };
        };
    };
    oauthUserInfoPost: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the app may know. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthUserInfo"];
                };
            };
            /** @description Neither a JSON object nor a form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthError"];
                };
            };
            /** @description The token does not hold. */
            401: {
                headers: {
                    /** @description How to show who you are (RFC 6750, section 3). */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthError"];
                };
            };
            /** @description A browser's page of an origin that is not listed: it may read, and do nothing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthError"];
                };
            };
            /** @description More than 64 KiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthError"];
                };
            };
            /** @description Our fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthError"];
                };
            };
            /** @description More to do at once than there is room for, or what it needs is out of reach just now. */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthError"];
                };
            };
        };
    };
    oauthMetadata: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The metadata. */
            200: {
                headers: {
                    /** @description How long it may be kept. */
                    "Cache-Control": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthMetadata"];
                };
            };
            /** @description Our fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthError"];
                };
            };
            /** @description More to do at once than there is room for, or what it needs is out of reach just now. */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthError"];
                };
            };
        };
    };
    oauthOpenid: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The metadata. */
            200: {
                headers: {
                    /** @description How long it may be kept. */
                    "Cache-Control": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthMetadata"];
                };
            };
            /** @description Our fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthError"];
                };
            };
            /** @description More to do at once than there is room for, or what it needs is out of reach just now. */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthError"];
                };
            };
        };
    };
    oauthKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keys. */
            200: {
                headers: {
                    /** @description How long it may be kept. */
                    "Cache-Control": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthKeys"];
                };
            };
            /** @description Our fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthError"];
                };
            };
            /** @description More to do at once than there is room for, or what it needs is out of reach just now. */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthError"];
                };
            };
        };
    };
    socialLogin: {
        parameters: {
            query?: never;
            header: {
                /** @description The device that the session is bound to. */
                "Client-Device-Id": string;
                /** @description A JSON object or `key=value` pairs with semicolons. `os` says whose Google client id counts: "ios" or web. */
                "Client-Info"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    provider: "google" | "apple";
                    /** @description Google's ID token, or Apple's authorization code. */
                    token: string;
                    /** @description Kept from the first sign-in. Apple tells it once. */
                    name?: string | null;
                };
                "application/x-www-form-urlencoded": {
                    /** @enum {string} */
                    provider: "google" | "apple";
                    /** @description Google's ID token, or Apple's authorization code. */
                    token: string;
                    /** @description Kept from the first sign-in. Apple tells it once. */
                    name?: string | null;
                };
            };
        };
        responses: {
            /** @description Signed in. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SocialTokens"];
                };
            };
            /** @description A field is missing or malformed. Neither a JSON object nor a form. A field that breaks a rule of ours. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SocialError"];
                };
            };
            /** @description Google or Apple does not vouch for it. */
            401: {
                headers: {
                    /** @description How to show who you are (RFC 6750, section 3). */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SocialError"];
                };
            };
            /** @description A browser's page of an origin that is not listed: it may read, and do nothing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SocialError"];
                };
            };
            /** @description More than 64 KiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SocialError"];
                };
            };
            /** @description A limit was reached. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    /** @description The limit that was reached (draft-ietf-httpapi-ratelimit-headers). */
                    "RateLimit-Policy": string;
                    /** @description What is left of the limit that was reached (draft-ietf-httpapi-ratelimit-headers). */
                    RateLimit: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SocialError"];
                };
            };
            /** @description Our fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SocialError"];
                };
            };
            /** @description More to do at once than there is room for, or what it needs is out of reach just now. Google or Apple does not answer. */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SocialError"];
                };
            };
        };
    };
    socialRefresh: {
        parameters: {
            query?: never;
            header: {
                /** @description The device that the session is bound to. */
                "Client-Device-Id": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    refresh_token: string;
                };
                "application/x-www-form-urlencoded": {
                    refresh_token: string;
                };
            };
        };
        responses: {
            /** @description Rotated. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SocialTokens"];
                };
            };
            /** @description A field is missing or malformed. Neither a JSON object nor a form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SocialError"];
                };
            };
            /** @description The token does not hold. */
            401: {
                headers: {
                    /** @description How to show who you are (RFC 6750, section 3). */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SocialError"];
                };
            };
            /** @description A browser's page of an origin that is not listed: it may read, and do nothing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SocialError"];
                };
            };
            /** @description More than 64 KiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SocialError"];
                };
            };
            /** @description A limit was reached. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    /** @description The limit that was reached (draft-ietf-httpapi-ratelimit-headers). */
                    "RateLimit-Policy": string;
                    /** @description What is left of the limit that was reached (draft-ietf-httpapi-ratelimit-headers). */
                    RateLimit: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SocialError"];
                };
            };
            /** @description Our fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SocialError"];
                };
            };
            /** @description More to do at once than there is room for, or what it needs is out of reach just now. */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SocialError"];
                };
            };
        };
    };
    socialLogout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session is over at once. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SocialDone"];
                };
            };
            /** @description Neither a JSON object nor a form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SocialError"];
                };
            };
            /** @description The token does not hold. */
            401: {
                headers: {
                    /** @description How to show who you are (RFC 6750, section 3). */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SocialError"];
                };
            };
            /** @description A browser's page of an origin that is not listed: it may read, and do nothing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SocialError"];
                };
            };
            /** @description More than 64 KiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SocialError"];
                };
            };
            /** @description Our fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SocialError"];
                };
            };
            /** @description More to do at once than there is room for, or what it needs is out of reach just now. */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SocialError"];
                };
            };
        };
    };
}
