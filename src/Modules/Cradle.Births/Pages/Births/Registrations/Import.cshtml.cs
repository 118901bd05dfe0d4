using Cradle.Births.Registrations;
using Cradle.Platform.Files;
using Cradle.Platform.Processes;
using Cradle.Platform.Tables;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Tables;
using Cradle.Primitives;

namespace Cradle.Births.Pages.Births.Registrations;

/// <summary>A worker files the declarations of several families from one table; each family can take its own over afterwards.</summary>
[RequirePermission(BirthsModule.Apply)]
public sealed class ImportModel(ImportDesk desk, RegistrationService registrations, ProcessScope process, TimeProvider time) : TableImportPage<RegistrationForm>(desk)
{
    protected override ImportSpec<RegistrationForm> Spec => RegistrationList.On(ChinaTime.Today(time));

    // A family has one declaration to make. The table is opened by who filed it and by those who read the cases of the division: every citizen there may apply.
    protected override FilePlace? Place => process.Current.Actor.Kind == ActorKind.Citizen ? null : new(BirthsModule.Read, process.Current.Division);

    protected override Task<RowAnswer> TakeAsync(RegistrationForm row, CancellationToken cancellationToken) => registrations.AddAsync(row, cancellationToken);
}
