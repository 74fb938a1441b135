namespace ScimBridge.Employees;

/// <summary>Where an HR system is and as whom to read it.</summary>
/// <param name="BaseUrl">The API's base URL, such as <c>https://api.hibob.com/v1</c>.</param>
/// <param name="UserId">The service user's id.</param>
/// <param name="Token">The service user's token; never logged, never sent anywhere but to <paramref name="BaseUrl"/>.</param>
internal sealed record SourceConnection(Uri BaseUrl, string UserId, string Token)
{
    /// <summary>The connection without its secret, since records print all they have.</summary>
    public override string ToString() => $"{UserId} at {BaseUrl}";
}
