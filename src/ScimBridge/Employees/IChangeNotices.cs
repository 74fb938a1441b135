namespace ScimBridge.Employees;

/// <summary>The notices by which an HR system tells of changes. They only say whom to read again; none is believed for more.</summary>
internal interface IChangeNotices
{
    /// <summary>The header that carries a notice's signature.</summary>
    string SignatureHeader { get; }

    /// <summary>How long after a notice a read may still show what was before.</summary>
    TimeSpan FreshnessLag { get; }

    /// <summary>Whether the body is exactly the HR system's test of the address, which may come unsigned and means nothing else.</summary>
    bool IsPing(ReadOnlySpan<byte> body);

    /// <summary>Whether the signature is that of the raw body under the secret. Takes the same time however wrong it is.</summary>
    bool Verify(ReadOnlySpan<byte> body, string? signature, string secret);

    /// <summary>What a notice says.</summary>
    /// <exception cref="ChangeNoticeRejectedException">It is no notice, or names nobody.</exception>
    ChangeNotice Parse(ReadOnlyMemory<byte> body);
}
