namespace ScimBridge.Admin.Pages.People;

/// <summary>What is wrong with a filter typed by hand.</summary>
/// <param name="Detail">What, in the words that SCIM clients get.</param>
/// <param name="Character">Where, counted from 1; null where it is at no one place.</param>
internal sealed record FilterFault(string Detail, int? Character);
