namespace ScimBridge.Protocol;

/// <summary>The schema URNs that ScimBridge speaks (RFC 7643 sections 4 to 7, RFC 7644 sections 3.4.2 and 3.12).</summary>
public static class ScimSchemaUris
{
    /// <summary>The core User (RFC 7643 section 4.1).</summary>
    public const string User = "urn:ietf:params:scim:schemas:core:2.0:User";

    /// <summary>The core Group (RFC 7643 section 4.2).</summary>
    public const string Group = "urn:ietf:params:scim:schemas:core:2.0:Group";

    /// <summary>The enterprise extension of User (RFC 7643 section 4.3).</summary>
    public const string EnterpriseUser = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    /// <summary>Our extension of User: what HiBob knows of an employment and SCIM has no name for.</summary>
    public const string HiBobUser = "urn:scimbridge:params:scim:schemas:extension:hibob:2.0:User";

    /// <summary>The service provider's configuration (RFC 7643 section 5).</summary>
    public const string ServiceProviderConfig = "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig";

    /// <summary>A resource type (RFC 7643 section 6).</summary>
    public const string ResourceType = "urn:ietf:params:scim:schemas:core:2.0:ResourceType";

    /// <summary>A schema definition (RFC 7643 section 7).</summary>
    public const string Schema = "urn:ietf:params:scim:schemas:core:2.0:Schema";

    /// <summary>The answer to a query (RFC 7644 section 3.4.2).</summary>
    public const string ListResponse = "urn:ietf:params:scim:api:messages:2.0:ListResponse";

    /// <summary>The body of a POST to <c>.search</c> (RFC 7644 section 3.4.3).</summary>
    public const string SearchRequest = "urn:ietf:params:scim:api:messages:2.0:SearchRequest";

    /// <summary>An error (RFC 7644 section 3.12).</summary>
    public const string Error = "urn:ietf:params:scim:api:messages:2.0:Error";
}
