namespace ScimBridge.Employees;

/// <summary>An HR system from which employees are read. The seam for a second one: a folder beside HiBob that implements this.</summary>
internal interface IEmployeeSource
{
    /// <summary>Where the default mapping takes each attribute from, for explaining it and for saying what a missing field costs.</summary>
    IReadOnlyList<DefaultSource> DefaultSources { get; }

    /// <summary>Attributes that the default mapping leaves out and an admin may want, mostly because they are private.</summary>
    IReadOnlyList<OptionalSource> OptionalSources { get; }

    /// <summary>The fields whose lists make the usual kinds of groups, by kind: <c>department</c>, <c>site</c>, <c>type</c>, <c>contract</c>, <c>jobFamily</c>.</summary>
    IReadOnlyDictionary<string, string> GroupFields { get; }

    /// <summary>The base URL of the HR system for whoever has no other.</summary>
    Uri DefaultBaseUrl { get; }

    /// <summary>What keeps this server from reading at a base URL, whoever is there, and what would be right; null when nothing does.</summary>
    string? BaseUrlFault(Uri baseUrl);

    /// <summary>Reads everyone, joiners and leavers included, all or nothing.</summary>
    /// <param name="connection">Where to read, and as whom.</param>
    /// <param name="request">What to read beyond what every directory needs.</param>
    /// <param name="progress">Told now and then how many people have arrived so far.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>A complete read, kept outside memory; the caller disposes it.</returns>
    /// <exception cref="EmployeeSourceException">Anything short of a complete read.</exception>
    Task<EmployeeRead> ReadAllAsync(
        SourceConnection connection, ReadRequest request, IProgress<int> progress, CancellationToken cancellationToken);

    /// <summary>Reads some people by their ids. Who is not in the read is not, or no longer, to be seen.</summary>
    /// <exception cref="EmployeeSourceException">Anything short of a complete read.</exception>
    Task<EmployeeRead> ReadSomeAsync(
        SourceConnection connection, ReadRequest request, IReadOnlyCollection<string> employeeIds, CancellationToken cancellationToken);

    /// <summary>The id of whoever has this work e-mail address; null when nobody to be seen does.</summary>
    /// <exception cref="EmployeeSourceException">The HR system could not be asked.</exception>
    Task<string?> FindIdAsync(SourceConnection connection, string email, CancellationToken cancellationToken);

    /// <summary>Every field that the HR system has, custom ones included.</summary>
    /// <exception cref="EmployeeSourceException">The HR system could not be asked.</exception>
    Task<IReadOnlyList<FieldInfo>> ReadFieldsAsync(SourceConnection connection, CancellationToken cancellationToken);

    /// <summary>Whether the connection can be read from, and if not, what exactly is wrong. Asks little of the HR system.</summary>
    /// <param name="connection">Where to read, and as whom.</param>
    /// <param name="request">What to read beyond what every directory needs.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    Task<SourceAccess> CheckAccessAsync(SourceConnection connection, ReadRequest request, CancellationToken cancellationToken);

    /// <summary>What the HR system last told this server of its limits for a connection, by the endpoints' names. Reads nothing.</summary>
    IReadOnlyList<SourceBudget> Budgets(SourceConnection connection);

    /// <summary>What the fields of one person mean. A pure function: it reads nothing.</summary>
    /// <exception cref="EmployeeRejectedException">The fields contradict what is known of them, such as an unknown lifecycle status.</exception>
    Employee Interpret(EmployeeFields fields);

    /// <summary>What is odd about the fields of one person and does not keep the person out, such as a date that is none. A pure function.</summary>
    IReadOnlyList<SourceIssue> Oddities(EmployeeFields fields);
}
