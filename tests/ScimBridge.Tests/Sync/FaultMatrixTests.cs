using System.Runtime.CompilerServices;
using ScimBridge.HiBobSimulator;
using ScimBridge.Storage.Records;
using ScimBridge.Tests.HiBob;
using ScimBridge.Tests.HiBobSimulator;
using ScimBridge.Tests.Mapping;
using ScimBridge.Tests.Storage;
using ScimBridge.Tests.Sync.Webhooks;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Sync;

/// <summary>The fault matrix, of which docs/reliability.md lists exactly the rows.</summary>
public sealed class FaultMatrixTests(FailedReadFixture fixture) : IClassFixture<FailedReadFixture>
{
    private const string Same = "the same bytes";

    private static readonly Dictionary<string, Action<HiBobSimulatorServer>> Harmless = new(StringComparer.Ordinal)
    {
        ["display dates in another format"] = hibob => hibob.Options.Shapes.DateFormat = Enum.GetValues<DisplayDateFormat>()[^1],
        ["people in another order"] = hibob => hibob.Options.Shapes.ReversesPeople = true,
        ["metadata in an object"] = hibob => hibob.Options.Shapes.WrapsFields = true,
        ["lists in the documented shape"] = hibob => hibob.Options.Shapes.DocumentedLists = true,
        ["empty fields left out of display text"] = hibob => hibob.Options.Shapes.ReplaceOmitsNulls = true,
        ["an id that was not asked for"] = hibob => hibob.Options.Shapes.AlwaysReturnsId = true,
        ["lifecycle statuses in display spelling"] = hibob => hibob.Options.Shapes.DisplayLifecycleIds = true,
        ["compressed answers"] = hibob => hibob.Traffic.Gzip = true,
        ["a 503 that passes"] = hibob => hibob.Faults.Add(SimulatorFault.Status(503) with { Times = 1 }),
        ["a category that vanishes in the people alone"] = hibob => hibob.Faults.Add(SimulatorFault.WithoutCategory("workContact") with { Endpoint = SimulatorEndpoint.PeopleSearch }),
        ["unfinished JSON of a list"] = hibob => hibob.Faults.Add(SimulatorFault.UnfinishedJson(100) with { Endpoint = SimulatorEndpoint.NamedList }),
        ["HTML with 200 for a list"] = hibob => hibob.Faults.Add(SimulatorFault.Html() with { Endpoint = SimulatorEndpoint.NamedList }),
        ["a GET with a content type that is refused"] = hibob => hibob.Options.Shapes.RefusesGetWithContentType = true,
        ["error answers without a body"] = hibob => hibob.Options.Shapes.EmptyErrorBodies = true,
        ["a company too large for one read"] = hibob => hibob.Traffic.MostPeoplePerRead = 10,
    };

    private static readonly FaultCase[] ShownElsewhere =
    [
        new("a used-up request budget (429)", "failed, rate_limited", Same, Same, nameof(FailedReadTests), nameof(FailedReadTests.A_used_up_request_budget_fails_the_run_and_is_respected_by_the_next)),
        new("a wrong token, no credentials", "failed, invalid_credentials", Same, Same, nameof(FailedReadTests), nameof(FailedReadTests.A_wrong_token_and_no_credentials_at_all_leave_the_last_good_version_serving)),
        new("refusals that a firewall counts", "failed after one request", Same, Same, nameof(FaultMatrixAccessTests), nameof(FaultMatrixAccessTests.Refused_credentials_are_tried_once_a_run_and_change_no_answer)),
        new("a firewall that blocks the address", "failed, forbidden", Same, Same, nameof(FaultMatrixAccessTests), nameof(FaultMatrixAccessTests.A_firewall_that_blocks_the_address_fails_the_run_and_when_it_opens_all_is_as_before)),
        new("more fields than HiBob gives at a time", "failed, refused, before anybody is read", "nobody is read", "all is read with fewer", nameof(HiBobSourceTests), nameof(HiBobSourceTests.More_fields_than_HiBob_gives_at_a_time_are_refused_before_anybody_is_read)),
        new("a search that HiBob finds malformed", "failed, refused, as `400`", Same, Same, nameof(SearchTests), nameof(SearchTests.A_malformed_body_is_400)),
        new("a field id that HiBob does not know", "unknown_field", Same, Same, nameof(FaultMatrixAccessTests), nameof(FaultMatrixAccessTests.A_field_id_that_HiBob_does_not_know_is_an_issue_and_changes_no_answer)),
        new("a body that comes slowly and keeps coming", "succeeded", Same, Same, nameof(FaultMatrixAccessTests), nameof(FaultMatrixAccessTests.A_body_that_comes_slowly_and_keeps_coming_is_waited_for)),
        new("single reads, bare and in either envelope", "succeeded", "the change", "the same", nameof(FaultMatrixAccessTests), nameof(FaultMatrixAccessTests.One_person_is_synced_by_address_in_every_shape_of_a_single_read)),
        new("404 for one person", "no run", Same, "what the next full read says", nameof(FaultMatrixAccessTests), nameof(FaultMatrixAccessTests.An_address_that_HiBob_answers_with_404_starts_no_run_and_changes_no_answer)),
        new("a stale read", "succeeded", Same, "the change", nameof(FaultMatrixCompanyTests), nameof(FaultMatrixCompanyTests.A_stale_read_serves_the_old_values_and_the_next_read_the_new_ones)),
        new("no good read for two intervals", "the state stale", Same, Same, nameof(FailedReadTests), nameof(FailedReadTests.A_directory_without_a_good_read_for_two_intervals_is_stale_and_serves_on)),
        new("a permission category taken away and granted again", "not_permitted_or_unknown; field.gone and field.back", Same, Same, nameof(LostPermissionTests), nameof(LostPermissionTests.A_category_taken_away_and_granted_again_loses_no_attribute_and_the_doctor_tells_both)),
        new("a termination date ahead", "succeeded", "the same bytes until the day", "active follows the day", nameof(LifecycleChangeTests), nameof(LifecycleChangeTests.A_termination_date_ahead_leaves_the_person_active_until_it_has_passed)),
        new("garden leave", "succeeded", "active: false", "active: false", nameof(LifecycleChangeTests), nameof(LifecycleChangeTests.Garden_leave_deactivates_before_the_termination_date)),
        new("a changed e-mail address", "succeeded", "the same id, the new userName", "the same", nameof(PersonChangeTests), nameof(PersonChangeTests.A_new_email_address_leaves_the_id_and_replaces_the_old_one_in_every_filter)),
        new("a duplicate e-mail address", "user_name_clash", "the newer record has the address", "the one that is left has it", nameof(OddEmployeeTests), nameof(OddEmployeeTests.Of_two_with_one_email_address_the_newer_record_signs_in_with_it_and_the_run_says_so)),
        new("an employee without an e-mail address", "succeeded", "userName is hibob- and the id", "the same", nameof(OddEmployeeTests), nameof(OddEmployeeTests.Whoever_has_no_email_address_goes_by_their_id)),
        new("a deleted employee", "deactivated as missing", "active: false", "deleted after the retention; the same id on return", nameof(LifecycleChangeTests), nameof(LifecycleChangeTests.Whoever_vanishes_is_deactivated_then_deleted_after_the_retention_and_returns_with_the_same_id)),
        new("a dangling manager", "dangling_manager", "no manager", "the manager again", nameof(PersonChangeTests), nameof(PersonChangeTests.A_manager_who_is_gone_leaves_no_dangling_reference_and_comes_back)),
        new("a manager cycle", "manager_cycle", "the managers as HiBob has them", "the managers again", nameof(FaultMatrixCompanyTests), nameof(FaultMatrixCompanyTests.People_who_report_to_each_other_are_named_in_the_ledger_and_nothing_but_their_managers_changes)),
        new("a move that is dated ahead", "succeeded", "the same bytes until the day", "the move", nameof(FaultMatrixCompanyTests), nameof(FaultMatrixCompanyTests.A_move_that_is_dated_ahead_shows_on_its_day_and_not_before)),
        new("a department whose name looks like a number", "succeeded", "its own group, under that name", "the same", nameof(FaultMatrixCompanyTests), nameof(FaultMatrixCompanyTests.A_department_named_like_another_ones_id_is_neither_taken_for_it_nor_loses_its_name)),
        new("lists that may not be read", "list_unreadable", Same, Same, nameof(FaultMatrixAccessTests), nameof(FaultMatrixAccessTests.Forbidden_named_lists_are_an_issue_and_every_group_stays)),
        new("a renamed list item", "succeeded", "the same id, the new name", "the same", nameof(DepartmentChangeTests), nameof(DepartmentChangeTests.A_renamed_department_keeps_its_id_and_is_renamed_wherever_it_shows)),
        new("an archived list item", "succeeded", "a group while somebody holds it", "the same", nameof(DepartmentChangeTests), nameof(DepartmentChangeTests.An_archived_department_stays_a_group_while_somebody_holds_it)),
        new("another e-mail domain for most, as in a sandbox (`.sbx`)", "held, over_threshold", Same, Same, nameof(FaultMatrixAccessTests), nameof(FaultMatrixAccessTests.A_sandbox_suffix_on_every_address_is_held_and_changes_no_answer)),
        new("a webhook without a signature", "unsigned, 401", Same, "the change, by a signed one", nameof(FaultMatrixWebhookTests), nameof(FaultMatrixWebhookTests.An_unsigned_webhook_changes_nothing_and_a_signed_one_brings_the_change)),
        new("a webhook signed wrongly", "unsigned, 401", Same, "the change, by one signed rightly", nameof(FaultMatrixWebhookTests), nameof(FaultMatrixWebhookTests.A_webhook_with_a_wrong_signature_changes_nothing_and_a_right_one_brings_the_change)),
        new("a connection test, signed and unsigned", "ping, 200", "nothing is read", "nothing is read", nameof(WebhookEndpointTests), nameof(WebhookEndpointTests.The_connection_test_is_answered_signed_and_unsigned_and_for_every_key_alike)),
        new("a webhook that comes twice, or is replayed", "repeated", "the change, once", Same, nameof(FaultMatrixWebhookTests), nameof(FaultMatrixWebhookTests.A_webhook_that_comes_again_reads_nobody_and_changes_nothing)),
        new("a webhook about somebody whom HiBob does not know", "succeeded, nobody read", Same, Same, nameof(FaultMatrixWebhookTests), nameof(FaultMatrixWebhookTests.A_webhook_about_somebody_whom_HiBob_does_not_know_changes_nothing)),
        new("a webhook of the first version", "its employee is due, nothing else is believed", "the change", "the same", nameof(WebhookEndpointTests), nameof(WebhookEndpointTests.Of_the_first_version_the_employee_is_believed_and_nothing_else)),
        new("a webhook that means nothing", "ignored", Same, Same, nameof(WebhookEndpointTests), nameof(WebhookEndpointTests.What_is_signed_and_means_nothing_is_taken_and_ignored_so_that_it_does_not_come_back)),
        new("a burst of webhooks", "one row an employee", "the changes", "the same", nameof(WebhookEndpointTests), nameof(WebhookEndpointTests.A_burst_is_one_row_an_employee_and_one_job)),
        new("a read that fails after a webhook", "failed; the employee stays due", "the last good version", "the change", nameof(WebhookSyncTests), nameof(WebhookSyncTests.People_whose_read_fails_stay_marked_and_wait_and_a_later_read_of_everybody_settles_them)),
        new("A1 and A2: far fewer people, whoever asks", "held, over_threshold", Same, Same, nameof(FaultMatrixAccessTests), nameof(FaultMatrixAccessTests.Far_fewer_people_are_held_whoever_asked_for_the_sync)),
        new("A1: a held plan that is approved", "applied as shown", Same, "what was shown", nameof(HeldPlanTests), nameof(HeldPlanTests.A_held_plan_waits_and_is_applied_as_shown_when_approved_without_asking_HiBob)),
        new("A2: the loss in single reads", "held past the threshold", "those within the threshold", Same, nameof(HeldPlanTests), nameof(HeldPlanTests.Single_people_count_towards_the_threshold)),
        new("A3: ownership", "nothing of another directory", "every row of others stays", "the same", nameof(DirectoryStoreTests), nameof(DirectoryStoreTests.Deleting_a_directory_leaves_no_row_of_it_and_every_row_of_others)),
        new("A4: deleted and created again", "reactivated", "active: false", "the same id, active", nameof(LifecycleChangeTests), nameof(LifecycleChangeTests.Whoever_returns_before_the_retention_ends_starts_a_new_one_when_missing_again)),
        new("A5: a leaver who vanishes", "deleted after the retention", Same, "gone after the retention", nameof(LifecycleChangeTests), nameof(LifecycleChangeTests.A_leaver_who_vanishes_changes_nothing_for_clients_and_is_still_deleted_in_time)),
        new("A6: identity is the HR id", "succeeded", "each id keeps its person", "the same", nameof(PersonChangeTests), nameof(PersonChangeTests.Two_people_can_swap_their_email_addresses_in_one_sync)),
        new("A7: leaving the scope", "deactivated as out_of_scope", "active: false", "active again, the same id", nameof(FaultMatrixCompanyTests), nameof(FaultMatrixCompanyTests.Whoever_leaves_the_scope_is_inactive_with_that_reason_and_returns_with_the_same_id)),
        new("A8: partial success", "succeeded with issues", "the others are up to date", "the rejected one too", nameof(OddEmployeeTests), nameof(OddEmployeeTests.An_unknown_lifecycle_status_rejects_the_person_who_stays_as_stored_while_others_go_on)),
        new("A9: one bad record", "a rejection", "the others go on", "the same", nameof(OddEmployeeTests), nameof(OddEmployeeTests.A_record_that_is_no_employee_at_all_is_rejected_and_the_others_go_on)),
        new("B10: a look before", "a plan of a dry run", Same, Same, nameof(HeldPlanTests), nameof(HeldPlanTests.A_dry_run_shows_what_would_happen_and_does_nothing)),
        new("B11: a failure has a reason", "reason, detail and what to do", Same, Same, nameof(FailedReadTests), nameof(FailedReadTests.A_failed_read_says_why_and_changes_no_answer)),
        new("B12: a written decision table", "docs/lifecycle.md, read row by row", "what the row says", "what the row says", nameof(LifecycleDocumentTests), nameof(LifecycleDocumentTests.A_case_comes_out_as_the_row_says)),
        new("B13: a permission self-test", "share, last seen and permission of each field", Same, Same, nameof(LostPermissionTests), nameof(LostPermissionTests.A_category_taken_away_and_granted_again_loses_no_attribute_and_the_doctor_tells_both)),
    ];

    public static IEnumerable<TheoryDataRow<string, string>> Cases => Databases.With(Harmless.Keys);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static IEnumerable<FaultCase> All =>
    [
        .. FailedReadTests.Faults.Select(fault => new FaultCase(
            fault.Key, (fault.Value.Reason == "over_threshold" ? "held, " : "failed, ") + fault.Value.Reason, Same, Same, nameof(FailedReadTests), nameof(FailedReadTests.A_failed_read_says_why_and_changes_no_answer))),
        .. Harmless.Keys.Select(name => new FaultCase(
            name, "succeeded", Same, Same, nameof(FaultMatrixTests), nameof(What_HiBob_may_do_otherwise_changes_no_answer))),
        .. ShownElsewhere,
    ];

    [Theory, MemberData(nameof(Cases))]
    public async Task What_HiBob_may_do_otherwise_changes_no_answer(string provider, string otherwise)
    {
        var scenario = await fixture.HealthyAsync(provider);
        var before = await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct);
        Harmless[otherwise](scenario.HiBob);

        var run = await scenario.SyncAsync();
        var during = await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct);
        Mend(scenario.HiBob);
        await fixture.HealthyAsync(provider);

        Assert.True(run.Outcome is SyncOutcome.Succeeded or SyncOutcome.SucceededWithIssues, $"{run.ErrorReason}: {run.ErrorDetail}");
        ScimSnapshot.AssertSame(before, during);
        ScimSnapshot.AssertSame(before, await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct));
    }

    [Fact]
    public void The_document_lists_exactly_the_cases_that_are_tested()
    {
        var lines = File.ReadAllLines(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../docs/reliability.md"));
        var rows = lines.SkipWhile(line => !line.StartsWith("| Fault |", StringComparison.Ordinal)).Skip(2)
            .TakeWhile(line => line.StartsWith('|'));

        Assert.Equal(All.Select(row => row.Row), rows);
    }

    private static void Mend(HiBobSimulatorServer hibob)
    {
        var shapes = hibob.Options.Shapes;
        shapes.DateFormat = default;
        shapes.ReversesPeople = shapes.WrapsFields = shapes.DocumentedLists = shapes.ReplaceOmitsNulls = false;
        shapes.AlwaysReturnsId = shapes.DisplayLifecycleIds = false;
        shapes.RefusesGetWithContentType = shapes.EmptyErrorBodies = false;
        hibob.Faults.Clear();
        hibob.Traffic.Gzip = false;
        hibob.Traffic.MostPeoplePerRead = null;
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
