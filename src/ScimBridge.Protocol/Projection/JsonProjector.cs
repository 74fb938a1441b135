using System.Buffers;
using System.Text.Json;

namespace ScimBridge.Protocol.Projection;

/// <summary>Copies the parts of a resource that a tree keeps, byte for byte and in their order.</summary>
/// <remarks>
/// An object or array of which nothing is kept is left out, since an empty one means no value. To know that, a reader, which is a
/// small struct, is copied and runs ahead to the first thing kept.
/// </remarks>
internal readonly ref struct JsonProjector(ReadOnlySpan<byte> source, IBufferWriter<byte> output, ProjectionNode root, ReadOnlySpan<byte> mainSchema)
{
    private readonly ReadOnlySpan<byte> resourceJson = source;
    private readonly ReadOnlySpan<byte> mainSchemaUrn = mainSchema;

    public void Write()
    {
        var reader = new Utf8JsonReader(resourceJson);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("A resource is an object.");
        }

        WriteObject(ref reader, root, isResource: true);

        // Reads to the end, so that anything behind the resource is refused rather than dropped.
        while (reader.Read())
        {
        }
    }

    public bool TryWriteValue()
    {
        var reader = new Utf8JsonReader(resourceJson);
        reader.Read();
        if (!HasContent(reader, root))
        {
            return false;
        }

        WriteValue(ref reader, root);
        return true;
    }

    private void WriteValue(ref Utf8JsonReader reader, ProjectionNode node)
    {
        if (node == ProjectionNode.Keep || reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            output.Write(resourceJson[start..(int)reader.BytesConsumed]);
        }
        else if (reader.TokenType == JsonTokenType.StartObject)
        {
            WriteObject(ref reader, node, isResource: false);
        }
        else
        {
            WriteArray(ref reader, node);
        }
    }

    private void WriteObject(ref Utf8JsonReader reader, ProjectionNode node, bool isResource)
    {
        output.Write("{"u8);
        var isFirst = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var child = node.Find(reader);
            var isSchemas = isResource && reader.ValueTextEquals("schemas"u8);
            var name = resourceJson.Slice((int)reader.TokenStartIndex, reader.ValueSpan.Length + 2);
            reader.Read();
            if (!HasContent(reader, child))
            {
                reader.Skip();
                continue;
            }

            Separate(ref isFirst);
            output.Write(name);
            output.Write(":"u8);
            if (isSchemas && reader.TokenType == JsonTokenType.StartArray)
            {
                WriteSchemas(ref reader);
            }
            else
            {
                WriteValue(ref reader, child);
            }
        }

        output.Write("}"u8);
    }

    private void WriteArray(ref Utf8JsonReader reader, ProjectionNode node)
    {
        output.Write("["u8);
        var isFirst = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (HasContent(reader, node))
            {
                Separate(ref isFirst);
                WriteValue(ref reader, node);
            }
            else
            {
                reader.Skip();
            }
        }

        output.Write("]"u8);
    }

    // Only the schemas that the answer has something of (RFC 7643 section 3).
    private void WriteSchemas(ref Utf8JsonReader reader)
    {
        output.Write("["u8);
        var isFirst = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.String || IsInAnswer(reader))
            {
                Separate(ref isFirst);
                WriteValue(ref reader, ProjectionNode.Keep);
            }
            else
            {
                reader.Skip();
            }
        }

        output.Write("]"u8);
    }

    private bool IsInAnswer(in Utf8JsonReader urn)
    {
        if (urn.ValueTextEquals(mainSchemaUrn))
        {
            return true;
        }

        var node = root.Find(urn);
        if (node == ProjectionNode.Keep || node == ProjectionNode.Drop)
        {
            return node == ProjectionNode.Keep;
        }

        var reader = new Utf8JsonReader(resourceJson);
        reader.Read();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var isWanted = root.Find(reader) == node;
            reader.Read();
            if (isWanted)
            {
                return HasContent(reader, node);
            }

            reader.Skip();
        }

        return false;
    }

    private void Separate(ref bool isFirst)
    {
        if (!isFirst)
        {
            output.Write(","u8);
        }

        isFirst = false;
    }

    // The reader is a copy: the caller's stays where it is.
    private static bool HasContent(Utf8JsonReader reader, ProjectionNode node)
    {
        if (node == ProjectionNode.Keep || node == ProjectionNode.Drop || reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            return node.KeepsOthers;
        }

        var isArray = reader.TokenType == JsonTokenType.StartArray;
        while (reader.Read() && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
        {
            var child = node;
            if (!isArray)
            {
                child = node.Find(reader);
                reader.Read();
            }

            if (HasContent(reader, child))
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }
}
