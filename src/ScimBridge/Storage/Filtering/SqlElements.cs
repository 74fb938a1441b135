using ScimBridge.Protocol.Schemas;

namespace ScimBridge.Storage.Filtering;

/// <summary>The values of a multi-valued attribute as rows.</summary>
/// <param name="From">The rows.</param>
/// <param name="Where">Which of them.</param>
/// <param name="Order">The order in which the resource has them.</param>
/// <param name="ValueOf">The expression of a value's sub-attribute, or of the value itself for null.</param>
internal sealed record SqlElements(string From, string Where, string Order, Func<AttributeDefinition?, string> ValueOf);
