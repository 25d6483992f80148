using Cohesion.Governance.Recount;

return RecountCommand.Run(args, Console.Out, Console.Error);
