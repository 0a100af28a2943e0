"""Who works where: organisations, their names and successions, leaders and their roles."""
