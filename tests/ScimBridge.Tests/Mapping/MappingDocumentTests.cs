using System.Runtime.CompilerServices;
using ScimBridge.Mapping;
using ScimBridge.Mapping.Rules;
using Xunit;

namespace ScimBridge.Tests.Mapping;

/// <summary>Reads docs/mapping.md: its documents are without fault, and it leaves nothing out.</summary>
public sealed class MappingDocumentTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../docs/mapping.md"));

    [Fact]
    public void Every_document_on_the_page_can_be_kept()
    {
        var documents = Page.Split("```json\n").Skip(1).Select(part => part[..part.IndexOf("```", StringComparison.Ordinal)]).ToList();

        Assert.Equal(3, documents.Count);
        Assert.All(documents, document => Assert.Empty(DirectoryRulesValidator.Validate(DirectoryRulesJson.Read(document), null)));
    }

    [Fact]
    public void Every_transform_group_source_and_operator_is_on_the_page()
    {
        Assert.All(Enum.GetValues<TransformKind>(), kind => Assert.Contains($"\"transform\": \"{Word(kind)}\"", Page, StringComparison.Ordinal));
        Assert.All(Enum.GetValues<GroupSourceKind>(), kind => Assert.Contains($"\"kind\": \"{Word(kind)}\"", Page, StringComparison.Ordinal));
        Assert.All(Enum.GetValues<ConditionOperator>(), op => Assert.Contains($"\"{Word(op)}\"", Page, StringComparison.Ordinal));
    }

    private static string Word<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
