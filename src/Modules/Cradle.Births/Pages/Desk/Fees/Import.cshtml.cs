using Cradle.Births.Cases;
using Cradle.Births.LegacyFees;
using Cradle.Platform.Files;
using Cradle.Platform.Processes;
using Cradle.Platform.Tables;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Tables;
using Cradle.Primitives;

namespace Cradle.Births.Pages.Desk.Fees;

/// <summary>Takes a list of old cases in: first a look, then the rows that are right; sending it again adds nothing.</summary>
[RequirePermission(BirthsModule.Decide)]
public sealed class ImportModel(ImportDesk desk, LegacyFeeService service, ProcessScope process, TypedPlace places) : TableImportPage<LegacyFeeRow>(desk)
{
    public string PlaceName => places.NameOf(Here);

    protected override ImportSpec<LegacyFeeRow> Spec => service.ListOf(Here);

    protected override FilePlace? Place => new(BirthsModule.Decide, Here);

    private DivisionCode Here => process.Current.Division;

    protected override Task<RowAnswer> TakeAsync(LegacyFeeRow row, CancellationToken cancellationToken) => service.TakeAsync(Here, row, cancellationToken);

    protected override void OnChecked(ImportReading<LegacyFeeRow> reading) => service.RecordAttempts(Here, reading);
}
