namespace ScimBridge.Protocol.Tests;

public sealed class ScimExceptionTests
{
    public static TheoryData<ScimException, int, string?> Factories => new()
    {
        { ScimException.InvalidFilter("d"), 400, "invalidFilter" },
        { ScimException.InvalidValue("d"), 400, "invalidValue" },
        { ScimException.InvalidSyntax("d"), 400, "invalidSyntax" },
        { ScimException.InvalidPath("d"), 400, "invalidPath" },
        { ScimException.TooMany("d"), 400, "tooMany" },
        { ScimException.BadRequest("d"), 400, null },
        { ScimException.Unauthorized(), 401, null },
        { ScimException.Forbidden(), 403, null },
        { ScimException.Sensitive(), 403, "sensitive" },
        { ScimException.NotFound("User", "1"), 404, null },
        { ScimException.NoSuchEndpoint(), 404, null },
        { ScimException.MethodNotAllowed(), 405, null },
        { ScimException.NotAcceptable(), 406, null },
        { ScimException.PreconditionFailed(), 412, null },
        { ScimException.PayloadTooLarge(), 413, null },
        { ScimException.UriTooLong(), 414, null },
        { ScimException.UnsupportedMediaType(), 415, null },
        { ScimException.TooManyRequests(), 429, null },
        { ScimException.InternalError(), 500, null },
        { ScimException.NotImplemented(), 501, null },
        { ScimException.ServiceUnavailable(), 503, null },
    };

    [Theory]
    [MemberData(nameof(Factories))]
    public void Each_factory_gives_its_status_and_type(ScimException exception, int status, string? scimType)
    {
        Assert.Equal((status, scimType), (exception.Error.Status, exception.Error.ScimType));
        Assert.Equal(exception.Message, exception.Error.Detail);
        Assert.NotEqual("", exception.Error.Detail);
    }

    [Fact]
    public void Not_found_repeats_no_more_than_a_start_of_a_long_id()
    {
        Assert.Equal($"User {new string('x', 200)}... was not found.", ScimException.NotFound("User", new string('x', 100_000)).Message);
    }
}
