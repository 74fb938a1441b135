using System.Data.Common;
using System.Globalization;

namespace ScimBridge.Storage.Filtering;

/// <summary>The values of a query, which the SQL only names: nothing that a client sends becomes part of the SQL.</summary>
internal sealed class QueryParameters(DirectoryVersion version, string baseUrl)
{
    /// <summary>The directory.</summary>
    public const string Directory = "@directory";

    /// <summary>The version.</summary>
    public const string Version = "@version";

    /// <summary>The SCIM base URL.</summary>
    public const string BaseUrl = "@base";

    private readonly List<object> values = [];
    private bool needsBaseUrl;

    /// <summary>The version that the query reads.</summary>
    public DirectoryVersion VersionRead => version;

    /// <summary>Adds a value.</summary>
    /// <returns>Its name in the SQL.</returns>
    public string Add(object value)
    {
        values.Add(value);
        return Name(values.Count - 1);
    }

    /// <summary>The name of the base URL, which a reference is completed with.</summary>
    public string NeedBaseUrl()
    {
        needsBaseUrl = true;
        return BaseUrl;
    }

    /// <summary>Gives a command the values.</summary>
    public void Bind(DbCommand command)
    {
        Set(command, Directory, version.Directory.Value);
        Set(command, Version, version.Number);
        if (needsBaseUrl)
        {
            Set(command, BaseUrl, baseUrl);
        }

        for (var index = 0; index < values.Count; index++)
        {
            Set(command, Name(index), values[index]);
        }
    }

    /// <summary>Gives a command one value; a command that was used before has the parameter already.</summary>
    public static void Set(DbCommand command, string name, object value)
    {
        var at = command.Parameters.IndexOf(name);
        if (at >= 0)
        {
            command.Parameters[at].Value = value;
            return;
        }

        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }

    private static string Name(int index) => string.Create(CultureInfo.InvariantCulture, $"@p{index}");
}
