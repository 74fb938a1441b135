using System.Globalization;
using ScimBridge.Protocol.Filtering;

namespace ScimBridge.Protocol.Tests.Filtering;

public sealed class ScimDateTimeTests
{
    [Theory]
    [InlineData("2011-05-13T04:42:34Z", "2011-05-13T04:42:34.0000000Z")]
    [InlineData("2011-05-13T04:42:34", "2011-05-13T04:42:34.0000000Z")]
    [InlineData("2011-05-13T04:42:34.5Z", "2011-05-13T04:42:34.5000000Z")]
    [InlineData("2011-05-13T04:42:34.123456789Z", "2011-05-13T04:42:34.1234567Z")]
    [InlineData("2011-05-13T04:42:34+02:00", "2011-05-13T02:42:34.0000000Z")]
    [InlineData("2011-05-13T04:42:34.25-14:00", "2011-05-13T18:42:34.2500000Z")]
    [InlineData("2011-05-13t04:42:34.5z", "2011-05-13T04:42:34.5000000Z")]
    [InlineData("2011-05-13T04:42:34+14:01", "2011-05-12T14:41:34.0000000Z")]
    [InlineData("2011-05-13T04:42:34-23:59", "2011-05-14T04:41:34.0000000Z")]
    [InlineData("2011-12-31T24:00:00Z", "2012-01-01T00:00:00.0000000Z")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.0000000Z")]
    [InlineData("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999Z")]
    public void A_date_and_time_is_an_instant(string text, string utc)
    {
        Assert.True(ScimDateTime.TryParse(text, out var instant));
        Assert.Equal(utc, instant.ToString("O", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2011-05-13")]
    [InlineData("2011-05-13T04:42Z")]
    [InlineData("2011-05-13 04:42:34Z")]
    [InlineData("2011-02-29T00:00:00Z")]
    [InlineData("2011-05-13T24:00:01Z")]
    [InlineData("2011-05-13T24:00:00.1Z")]
    [InlineData("2011-05-13T25:00:00Z")]
    [InlineData("2011-05-13T04:42:34.Z")]
    [InlineData("2011-05-13T04:42:34+2:00")]
    [InlineData("2011-05-13T04:42:34+24:00")]
    [InlineData("2011-05-13T04:42:34+01:60")]
    [InlineData("2011-05-13T04:42:34Z ")]
    [InlineData("0001-01-01T00:00:00+00:01")]
    [InlineData("9999-12-31T24:00:00Z")]
    [InlineData("12011-05-13T04:42:34Z")]
    public void What_is_no_date_and_time_is_refused(string text)
    {
        Assert.False(ScimDateTime.TryParse(text, out _));
    }
}
