using System.Globalization;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Tests.Admin;

namespace ScimBridge.Tests.Reporting;

/// <summary>Directories with people for the feed to show.</summary>
internal static class ReportingTestData
{
    public static readonly DateTimeOffset Created = new(2026, 1, 1, 8, 0, 0, TimeSpan.Zero);

    /// <summary>A directory at version 1 with <paramref name="users"/> users, numbered from 0, and one group.</summary>
    public static async Task<(DirectoryRecord Directory, HttpClient Client)> SeedAsync(
        this AdminTestHost host, string key, int users, CancellationToken cancellationToken)
    {
        var directory = await host.DeclareAsync(key, cancellationToken);
        await host.StoreAsync(
            db =>
            {
                db.Directories.Single(record => record.Id == directory.Id).Version = 1;
                db.DirectoryVersions.Add(new DirectoryVersionRecord { DirectoryId = directory.Id, Version = 1, At = Created, Users = users, ActiveUsers = users, Groups = 1 });
                db.Users.AddRange(Enumerable.Range(0, users).Select(number => User(directory, number, 1)));
                db.Groups.Add(new GroupRecord
                {
                    DirectoryId = directory.Id,
                    ValidFrom = 1,
                    ValidTo = Versions.Open,
                    Ordinal = 1,
                    Id = $"{key}-group",
                    ExternalId = "department:1",
                    DisplayName = $"{key} group",
                    DisplayNameKey = $"{key} GROUP",
                    Members = users,
                    Created = Created,
                    LastModified = Created,
                    Search = "{}",
                    Hash = [1],
                    Body = [1],
                });
            },
            cancellationToken);
        return (directory, host.Bearer(await host.TokenAsync(directory, cancellationToken)));
    }

    /// <summary>User number so and so, from a version on; every third is inactive, and their times are a day apart.</summary>
    public static UserRecord User(DirectoryRecord directory, int number, int from) => new()
    {
        DirectoryId = directory.Id,
        ValidFrom = from,
        ValidTo = Versions.Open,
        Ordinal = number + 1,
        Id = string.Create(CultureInfo.InvariantCulture, $"{directory.Key}-{number:D5}"),
        ExternalId = string.Create(CultureInfo.InvariantCulture, $"{number}"),
        UserName = string.Create(CultureInfo.InvariantCulture, $"Ann{number}@{directory.Key}.example"),
        UserNameKey = string.Create(CultureInfo.InvariantCulture, $"ANN{number}@{directory.Key}.EXAMPLE"),
        DisplayName = "O'Neil 100%_Ann",
        Department = number % 2 == 0 ? "Sales" : null,
        StartDate = string.Create(CultureInfo.InvariantCulture, $"20{20 + (number % 6)}-01-01"),
        Active = number % 3 != 0,
        Reason = number % 3 != 0 ? "employed" : "terminated",
        Created = Created,
        LastModified = Created.AddDays(number),
        InputHash = [1],
        Search = "{}",
        Hash = [1],
        Body = "{\"secret\":1}"u8.ToArray(),
        Source = "{\"secret\":1}"u8.ToArray(),
    };
}
